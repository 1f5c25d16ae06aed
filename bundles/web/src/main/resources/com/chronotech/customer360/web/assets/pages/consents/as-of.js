// A moment in time: by a slider from the first decision to now, by a clock, or from decision to decision.
import { html, nothing } from "../../vendor/lit.js";
import { Element } from "../../lib/element.js";
import { moment } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { instantOf, wallClock } from "../../lib/zone.js";
import { icon } from "../../ui/icon.js";

const DAY_MS = 86_400_000;

/** `at` is an instant as ISO text, null for now; `choose` is called with the one wished. */
class AsOf extends Element {
  static properties = { zone: {}, at: {}, history: { attribute: false }, choose: { attribute: false } };

  /** The instants at which something was decided, oldest first. */
  get instants() {
    return [...new Set(this.history.map((version) => version.occurred_at))].sort((one, other) => Date.parse(one) - Date.parse(other));
  }

  render() {
    const { instants } = this;
    if (instants.length === 0) return nothing;
    const now = Date.now();
    const first = Date.parse(instants[0]) - DAY_MS;
    const steps = Math.ceil((now - first) / DAY_MS);
    const step = this.at ? Math.min(steps, Math.max(0, (Date.parse(this.at) - first) / DAY_MS)) : steps;
    const before = instants.filter((instant) => Date.parse(instant) < (this.at ? Date.parse(this.at) : now)).at(-1);
    const after = this.at ? instants.find((instant) => Date.parse(instant) > Date.parse(this.at)) : null;
    return html`<section class="card as-of ${this.at ? "past" : ""}" aria-labelledby="as-of-title">
      <div class="row row-between"><h2 id="as-of-title">${icon("clock-history")}${this.at ? t("consents.asof.title", { when: moment(this.at, this.zone) }) : t("consents.asof")}</h2>
        ${this.at ? html`<button type="button" class="button primary small" @click=${() => this.choose(null)}>${t("consents.asof.back")}</button>` : nothing}</div>
      ${this.at ? html`<p class="small">${t("consents.asof.explained")}</p>` : nothing}
      <div class="as-of-controls">
        <button type="button" class="button small icon-only" aria-label=${t("consents.asof.before")} title=${t("consents.asof.before")} ?disabled=${!before} @click=${() => this.choose(before)}>${icon("chevron-left")}</button>
        <input type="range" min="0" max=${steps} step="1" .value=${String(step)} aria-label=${t("consents.asof.slider")}
          aria-valuetext=${this.at ? moment(this.at, this.zone) : t("consents.asof.now")} @input=${(event) => this.slide(Number(event.target.value), steps, first)} />
        <button type="button" class="button small icon-only" aria-label=${t("consents.asof.after")} title=${t("consents.asof.after")} ?disabled=${!this.at} @click=${() => this.choose(after ?? null)}>${icon("chevron-right")}</button>
        <label class="visually-hidden" for="as-of-clock">${t("consents.asof.clock")}</label>
        <input class="input" id="as-of-clock" type="datetime-local" .value=${wallClock(this.at ?? now, this.zone).slice(0, 16)} @change=${(event) => this.pick(event.target.value)} />
      </div></section>`;
  }

  slide(step, steps, first) {
    this.choose(step >= steps ? null : new Date(first + step * DAY_MS).toISOString());
  }

  pick(text) {
    const instant = text && instantOf(text, this.zone);
    if (instant) this.choose(Date.parse(instant) >= Date.now() ? null : instant);
  }
}
customElements.define("c360-as-of", AsOf);
