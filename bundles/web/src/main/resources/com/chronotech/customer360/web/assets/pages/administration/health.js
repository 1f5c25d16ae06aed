// Whether everything is in order, check by check.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { hasText, t } from "../../lib/i18n.js";
import { clock } from "../../lib/format.js";
import { icon } from "../../ui/icon.js";
import { notice } from "../../ui/states.js";

const LOOK_MS = 15_000;

class Health extends Element {
  constructor() {
    super();
    this.loader = new Loader(this, (signal) => health(signal));
  }

  connectedCallback() {
    super.connectedCallback();
    this.look();
    this.timer = setInterval(() => document.visibilityState === "visible" && this.look(), LOOK_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  look() {
    return this.loader.reload();
  }

  render() {
    return this.loader.view((value) => this.content(value), { lines: 8 });
  }

  content({ checks, at }) {
    const down = checks.filter((check) => !check.up);
    const order = [...down, ...checks.filter((check) => check.up)];
    return html`<div class="stack"><div role="status">${down.length === 0 ? notice("ok", t("administration.health.sound"))
        : notice(down.some((check) => check.needed_to_serve) ? "bad" : "warn", t(down.some((check) => check.needed_to_serve) ? "administration.health.down" : "administration.health.unsound", { count: down.length }))}</div>
      <div class="row row-between"><span class="small quiet">${t("administration.health.at", { time: clock(at) })}</span>
        <button type="button" class="button small" @click=${this.look}>${icon("arrow-clockwise")}${t("administration.look")}</button></div>
      <div class="table-wrap" role="region" tabindex="0" aria-label=${t("common.table", { name: t("administration.tab.health") })}><table class="table checks"><caption class="visually-hidden">${t("administration.tab.health")}</caption>
        <thead><tr><th scope="col">${t("administration.health.check")}</th><th scope="col">${t("administration.state")}</th><th scope="col">${t("administration.detail")}</th></tr></thead>
        <tbody>${order.map((check) => html`<tr><th scope="row">${hasText(`administration.check.${check.name}`) ? t(`administration.check.${check.name}`) : check.name}
            ${check.needed_to_serve ? html`<div class="small quiet">${t("administration.health.needed")}</div>` : nothing}</th>
          <td><span class="badge ${check.up ? "ok" : check.needed_to_serve ? "bad" : "warn"}">${icon(check.up ? "check2" : "exclamation-triangle")}${t(check.up ? "administration.health.up" : "administration.health.fails")}</span></td>
          <td class="small" lang="en">${check.detail}</td></tr>`)}</tbody></table></div></div>`;
  }
}
customElements.define("c360-health", Health);

/** 503 is an answer here: something is not in order, and the body says what. */
async function health(signal) {
  try {
    return { ...(await get("/health", {}, { signal })).data, at: new Date().toISOString() };
  } catch (failure) {
    if (failure.status === 503 && failure.body?.checks) return { ...failure.body, at: new Date().toISOString() };
    throw failure;
  }
}

export const view = () => html`<c360-health></c360-health>`;
