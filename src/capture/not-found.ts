/**
 * Pages that say with status 200 that there is no such page. They are known by their heading, in the languages of the
 * places that are followed, and by having few words: a text may well be about things that were not found.
 */
import { decodeText, Page } from '#extract/index.js';
import type { PlaceBytes } from './place.js';

const FEW_WORDS = 200;
const SAYS =
  /(?:^|\b)(?:error\s*)?40[4]\b|page (?:you (?:requested|are looking for) )?(?:was |could |can)?\s*not (?:be )?found|not found$|no longer (?:available|exists)|does(?:n['’]t| not) exist|страниц\p{L}* не (?:найдена|существует)|сторінк\p{L}* не (?:знайдено|існує)|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|nie znaleziono strony|页面不存在|找不到/iu;

/** Whether a page that was answered as well says that it is not the one that was asked for. */
export function saysNotFound({
  bytes,
  mediaType,
  address,
}: Pick<PlaceBytes, 'bytes' | 'mediaType' | 'address'>): boolean {
  if (mediaType !== null && !/html/i.test(mediaType)) return false;
  const html = decodeText(bytes, mediaType);
  const page = html === null ? null : Page.read(html, address);
  const body = page?.first('body');
  if (!page || !body) return false;
  const words = page.text(body).split(/\s+/).length;
  if (words > FEW_WORDS) return false;
  return ['title', 'h1', 'h2'].some((tag) => {
    const element = page.first(tag);
    return element !== null && SAYS.test(page.text(element));
  });
}
