import { errors } from '@strapi/utils';
import { type Problem } from '../domain/problem';

/**
 * Refuses a write because of its values, in the form that the admin panel shows at the fields.
 *
 * @throws ValidationError if there is any problem.
 */
export function throwProblems(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  throw new errors.ValidationError(first.message, {
    errors: problems.map(({ path, message }) => ({ path, message, name: 'ValidationError' })),
  });
}
