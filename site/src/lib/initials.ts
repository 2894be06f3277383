/** Legal forms and filler words say nothing about a name. */
const IGNORED = /^(?:gmbh|ggmbh|ug|ag|eg|kg|ohg|gbr|e|v|ev|und|im|am|an|der|die|das|mit|für|zur)$/i;

/** One or two letters that stand for a name where there is no logo: `Zahn & Spindel` is `ZS`. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !IGNORED.test(word));
  const chosen = (telling.length > 0 ? telling : words).slice(0, 2);
  return chosen.map((word) => word.charAt(0).toLocaleUpperCase('de')).join('');
}
