// How far the host's history has become activities, and starting and stopping that.
import { html, nothing } from "../../vendor/lit.js";
import { get, post } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { hasText, t } from "../../lib/i18n.js";
import { ago, moment, number } from "../../lib/format.js";
import { bar } from "../../ui/bar.js";
import { icon } from "../../ui/icon.js";
import { emptyState } from "../../ui/states.js";
import { toast, toastError } from "../../ui/toast.js";

const ADDRESS = "/api/customer360/backfill";
const LOOK_MS = 1500;
const STATES = { not_available: "", waiting: "", partial: "info", done: "ok", failed: "bad" };

class BackfillProgress extends Element {
  static properties = { busy: { state: true } };

  constructor() {
    super();
    this.loader = new Loader(this, (signal) => get(ADDRESS, {}, { signal }).then(({ data }) => data));
  }

  connectedCallback() {
    super.connectedCallback();
    this.loader.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.pause);
  }

  updated() {
    clearTimeout(this.pause);
    if (this.loader.value?.running && !this.loader.loading) this.pause = setTimeout(() => this.loader.reload(), LOOK_MS);
  }

  async run(what) {
    this.busy = true;
    try {
      this.loader.value = (await post(`${ADDRESS}/${what}`)).data;
      toast(t(`administration.backfill.${what}.done`));
    } catch (error) {
      toastError(error);
    }
    this.busy = false;
  }

  render() {
    return this.loader.view((value) => this.content(value), { lines: 8 });
  }

  content({ running, sources }) {
    if (sources.length === 0) return emptyState(t("administration.backfill.none"), "", "clock-history");
    const read = sources.reduce((sum, one) => sum + one.rows_read, 0);
    const all = sources.reduce((sum, one) => sum + one.rows_estimated, 0);
    return html`<div class="stack"><p class="quiet">${t("administration.backfill.what")}</p>
      <div class="card row row-between backfill-head"><div class="grow"><p class="strong" role="status">${t(running ? "administration.backfill.running" : "administration.backfill.resting", { share: all ? Math.floor((100 * read) / all) : 100 })}</p>${bar(all ? read / all : 1)}</div>
        ${running ? html`<button type="button" class="button" ?disabled=${this.busy} @click=${() => this.run("stop")}>${t("administration.backfill.stop")}</button>`
          : html`<button type="button" class="button primary" ?disabled=${this.busy} @click=${() => this.run("start")}>${t("administration.backfill.start")}</button>`}</div>
      <ul class="grid sources">${sources.map((source) => this.source(source))}</ul></div>`;
  }

  source(source) {
    const skipped = Object.entries(source.skipped);
    return html`<li class="card stack"><div class="row row-between"><h2>${hasText(`administration.source.${source.source}`) ? t(`administration.source.${source.source}`) : source.source}</h2>
        <span class="badge ${STATES[source.state]}">${source.state === "failed" ? icon("exclamation-triangle") : nothing}${t(`administration.backfill.state.${source.state}`)}</span></div>
      ${source.state === "not_available" ? nothing : html`${bar(source.rows_estimated ? source.rows_read / source.rows_estimated : 0)}
        <dl class="facts"><dt>${t("administration.backfill.read")}</dt><dd>${t("administration.backfill.read.of", { read: number(source.rows_read), all: number(source.rows_estimated) })}</dd>
          <dt>${t("administration.backfill.recorded")}</dt><dd>${number(source.recorded)}</dd>
          ${skipped.length ? html`<dt>${t("administration.backfill.skipped")}</dt><dd>${skipped.map(([reason, count]) => html`<div>${number(count)} · ${hasText(`administration.skipped.${reason}`) ? t(`administration.skipped.${reason}`) : reason}</div>`)}</dd>` : nothing}
          ${source.updated_at ? html`<dt>${t("administration.backfill.updated")}</dt><dd><time datetime=${source.updated_at} title=${moment(source.updated_at)}>${ago(source.updated_at)}</time></dd>` : nothing}</dl>`}
      ${source.detail ? html`<p class="small ${source.state === "failed" ? "strong" : "quiet"}">${source.detail}</p>` : nothing}</li>`;
  }
}
customElements.define("c360-backfill", BackfillProgress);

export const view = () => html`<c360-backfill></c360-backfill>`;
