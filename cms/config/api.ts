import { type Core } from '@strapi/strapi';

const api: Core.Config.Api = {
  rest: { prefix: '/api', defaultLimit: 25, maxLimit: 100, withCount: true, strictParams: true },
  documents: { strictParams: true, strictRelations: true },
  responses: { privateAttributes: ['createdBy', 'updatedBy', 'email', 'phone'] },
};

export default api;
