// Who is in a segment by rule, and why.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { day } from "../../lib/format.js";
import { emptyState, errorState } from "../../ui/states.js";

const PAGE = 20;

class SegmentMembers extends Element {
  static properties = { label: {}, round: {}, further: { state: true } };

  constructor() {
    super();
    this.loader = new Loader(this, (signal) => this.page(null, signal));
  }

  page(cursor, signal) {
    return get(`/api/customer360/segments/${encodeURIComponent(this.label)}/members`, { per_page: PAGE, cursor }, { signal }).then(({ data }) => data);
  }

  willUpdate(changed) {
    if (changed.has("label") || changed.has("round")) this.loader.reload();
  }

  async next() {
    const { value } = this.loader;
    this.further = { busy: true };
    try {
      const page = await this.page(value.next_cursor);
      this.loader.value = { ...page, members: [...value.members, ...page.members] };
      this.further = null;
    } catch (error) {
      this.further = { error };
    }
  }

  render() {
    return this.loader.view((value) => this.content(value), { lines: 4 });
  }

  content({ members, has_more: more }) {
    if (members.length === 0) return emptyState(t("segments.members.none"), t("segments.members.none.hint"), "people");
    return html`<div class="table-wrap" role="region" tabindex="0" aria-label=${t("common.table", { name: this.label })}><table class="table"><caption class="visually-hidden">${this.label}</caption>
        <thead><tr><th scope="col">${t("segments.members.customer")}</th><th scope="col">${t("segments.members.since")}</th><th scope="col">${t("segments.members.why")}</th></tr></thead>
        <tbody>${members.map((one) => html`<tr><th scope="row"><a href="/customers/${one.customer_id}/360">${one.customer_name || t("segments.members.number", { id: one.customer_id })}</a></th><td>${day(one.since)}</td>
          <td class="small mono">${Object.entries(one.why.facts ?? {}).map(([name, value]) => html`<div>${name} = ${String(value)}</div>`)}</td></tr>`)}</tbody></table></div>
      ${this.further?.error ? errorState(this.further.error, () => this.next(), { small: true }) : nothing}
      ${more ? html`<p><button type="button" class="button small" ?disabled=${this.further?.busy} @click=${this.next}>${t("segments.members.more")}</button></p>` : nothing}`;
  }
}
customElements.define("c360-segment-members", SegmentMembers);
