// What the search of customers takes: it refuses less, so nothing is asked before.
const ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const MOST_WORDS = 10;

const isEnough = (word) => ALONE.test(word) || [...word].length >= (/^\d+$/.test(word) ? 3 : 2);

/** Whether a text can be searched for: one of its words has two characters or more, or three digits. */
export function isSearchable(text) {
  const words = text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  return words.length <= MOST_WORDS && words.some(isEnough);
}
