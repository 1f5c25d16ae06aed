// What narrows the list of customers.
import { html, nothing } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element } from "../../lib/element.js";
import { t } from "../../lib/i18n.js";
import { may } from "../../lib/session.js";
import { checkField, selectField, textField } from "../../ui/fields.js";
import { icon } from "../../ui/icon.js";
import { errorState } from "../../ui/states.js";
import { filterCount, PURPOSES, unfiltered } from "./wish.js";

const VALUES = "/customers/values";
const PAUSE_MS = 200;

/** Draws the filters of `.wish`; sends the event `wish` with what is wished instead. */
class CustomerFilters extends Element {
  static properties = { wish: { attribute: false }, open: { state: true }, segments: { state: true }, types: { state: true }, cities: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.segments = [];
    this.types = [];
    this.cities = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.fillAll();
  }

  async fillAll() {
    this.failure = null;
    try {
      await Promise.all([this.fill("segments", "segment"), this.fill("types", "customer_type")]);
    } catch (failure) {
      this.failure = failure;
    }
  }

  async fill(property, of, q = "") {
    this[property] = (await get(VALUES, { of, q, per_page: of === "city" ? 12 : 100 })).data.values;
  }

  render() {
    const set = filterCount(this.wish);
    return html`<button type="button" class="button filters-toggle" aria-expanded=${this.open ? "true" : "false"} aria-controls="customer-filters" @click=${() => { this.open = !this.open; }}>
        ${icon("funnel")}${t("customers.filters")}${set ? html`<span class="badge brand">${set}</span>` : nothing}</button>
      <div id="customer-filters" class="filters ${this.open ? "open" : ""}" role="group" aria-label=${t("customers.filters")}>
        ${this.wish.risk ? nothing : this.ownFilters()}
        ${may("analytics.fleet") ? checkField(this, "risk", this.wish.risk, (value) => this.send({ ...(value ? { ...unfiltered(this.wish), q: "" } : this.wish), risk: value ? "1" : "" }), t("customers.risk")) : nothing}
        ${set ? html`<button type="button" class="button plain small" @click=${() => this.send(unfiltered(this.wish))}>${icon("x-lg")}${t("customers.clear")}</button>` : nothing}
      </div>
      ${this.failure ? errorState(this.failure, () => this.fillAll(), { small: true }) : nothing}
      ${this.wish.risk ? html`<p class="small quiet">${t("customers.risk.alone")}</p>` : nothing}`;
  }

  ownFilters() {
    return html`
      ${this.choice("segment", this.segments)}
      ${this.choice("customer_type", this.types)}
      ${textField(this, "city", this.city ?? this.wish.city, (value) => this.typeCity(value), { label: t("customers.city") }, { list: "customer-cities", placeholder: t("customers.any.city") })}
      <datalist id="customer-cities">${this.cities.map((city) => html`<option value=${city}></option>`)}</datalist>
      ${may("consents.read") ? selectField(this, "consent", this.wish.consent, this.purposes(), (value) => this.send({ ...this.wish, consent: value }), { label: t("customers.consent") }) : nothing}`;
  }

  choice(name, values) {
    const wished = this.wish[name];
    const known = wished && !values.includes(wished) ? [wished, ...values] : values;
    return selectField(this, name, wished, [["", t(`customers.any.${name}`)], ...known.map((value) => [value, value])],
      (value) => this.send({ ...this.wish, [name]: value }), { label: t(`customers.${name}`) });
  }

  purposes() {
    return [["", t("customers.any.consent")],
      ...PURPOSES.flatMap((code) => [[code, t(`customers.consent.yes.${code}`)], [`not_${code}`, t(`customers.consent.no.${code}`)]])];
  }

  willUpdate(changed) {
    if (changed.has("wish")) this.city = null;
  }

  /** What is typed counts once it is a city, or when the field is left. */
  typeCity(value) {
    clearTimeout(this.pause);
    this.city = value;
    if (value === "" || this.cities.includes(value)) return this.send({ ...this.wish, city: value });
    // without suggestions a city can still be typed whole
    this.pause = setTimeout(() => this.fill("cities", "city", value).catch(() => { this.cities = []; }), PAUSE_MS);
  }

  updated() {
    const city = this.querySelector("input[name=city]");
    if (city) city.onchange = () => this.send({ ...this.wish, city: city.value.trim() });
  }

  send(wish) {
    if (JSON.stringify(wish) === JSON.stringify(this.wish)) return;
    this.dispatchEvent(new CustomEvent("wish", { detail: wish }));
  }
}
customElements.define("c360-customer-filters", CustomerFilters);
