// A notice as customers see it: title and paragraphs.
import { html } from "../../vendor/lit.js";
import { hasText, t } from "../../lib/i18n.js";

/** A language by its name; its tag where we have none. */
export function languageName(tag) {
  const code = tag.slice(0, 2);
  return hasText(`notices.language.${code}`) ? t(`notices.language.${code}`) : tag;
}

/** The text of a notice, `{language, title, body}`. */
export const noticeText = ({ language, title, body }) => html`<div class="notice-text" lang=${language}><p class="strong">${title}</p>
  ${(body ?? "").split(/\n{2,}/).filter((part) => part.trim()).map((part) => html`<p>${part}</p>`)}</div>`;
