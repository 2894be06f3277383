import { type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  CATEGORY_UID,
  CONTENT_TYPES,
  LISTING_UID,
  MUNICIPALITY_UID,
  ORGANISATION_UID,
  PAGE_UID,
  REGION_UID,
  STORY_UID,
} from '../domain/content-types';
import { asSystem } from '../permissions/actor';
import { contentPagesOf } from './region-pages';
import { type Write } from './write';

/**
 * Refuses to take away what other entries stand on, and says what to do first.
 *
 * @throws ApplicationError with a message for the editor.
 */
export async function refuseRemoval({ strapi, uid, action, params }: Write): Promise<void> {
  if (action !== 'delete' && action !== 'unpublish') return;
  const reason = await reasonAgainst(strapi, uid, action, params.documentId ?? '');
  if (reason !== null) throw new errors.ApplicationError(reason);
}

async function reasonAgainst(
  strapi: Core.Strapi,
  uid: string,
  action: 'delete' | 'unpublish',
  documentId: string,
): Promise<string | null> {
  const count = (type: string, where: object) =>
    asSystem(() => strapi.db.query(type).count({ where }));
  if (uid === ORGANISATION_UID) {
    const listings = await count(LISTING_UID, {
      publishedAt: { $notNull: true },
      organisation: { documentId },
    });
    if (listings === 0) return null;
    const verb = action === 'delete' ? 'gelöscht' : 'zurückgezogen';
    return (
      `Diese Organisation kann nicht ${verb} werden, weil noch ${amount(listings, 'Eintrag', 'Einträge')} ` +
      'von ihr veröffentlicht sind. Bitte ziehen Sie diese Einträge zuerst zurück, oder ordnen Sie sie einer anderen Organisation zu.'
    );
  }
  if (action !== 'delete') return null;
  if (uid === REGION_UID) {
    const types = Object.keys(CONTENT_TYPES).filter((type) => CONTENT_TYPES[type]?.isRegional);
    const counts = await Promise.all(
      types.map((type) =>
        count(type, type === PAGE_UID ? contentPagesOf(documentId) : { region: { documentId } }),
      ),
    );
    return counts.every((entries) => entries === 0)
      ? null
      : 'Diese Region hat noch Inhalte und kann nicht gelöscht werden. Bitte löschen Sie zuerst ihre Einträge, Erfolgsgeschichten, Organisationen, veröffentlichten Seiten und Gemeinden.';
  }
  if (uid === MUNICIPALITY_UID) {
    const users = [ORGANISATION_UID, LISTING_UID, STORY_UID];
    const counts = await Promise.all(
      users.map((type) => count(type, { municipality: { documentId } })),
    );
    return counts.every((entries) => entries === 0)
      ? null
      : 'Diese Gemeinde kann nicht gelöscht werden, weil Organisationen, Einträge oder Erfolgsgeschichten auf sie verweisen. Bitte ordnen Sie diese zuerst einer anderen Gemeinde zu.';
  }
  if (uid === CATEGORY_UID) {
    const children = await count(CATEGORY_UID, { parent: { documentId } });
    if (children > 0) {
      return 'Diese Kategorie hat Unterkategorien und kann nicht gelöscht werden. Bitte löschen oder verschieben Sie zuerst die Unterkategorien.';
    }
    const listings = await count(LISTING_UID, { category: { documentId } });
    return listings === 0
      ? null
      : 'Diese Kategorie kann nicht gelöscht werden, weil Einträge in ihr stehen. Bitte ordnen Sie diese zuerst einer anderen Kategorie zu.';
  }
  return null;
}

function amount(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
