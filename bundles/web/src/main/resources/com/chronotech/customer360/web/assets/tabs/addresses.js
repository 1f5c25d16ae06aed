// The places to go and to write to: a list, and a map beside it that says no more than the list does.
import { html, nothing } from "../vendor/lit.js";
import { timeOfDay } from "../lib/format.js";
import { loadTexts, t } from "../lib/i18n.js";
import { icon } from "../ui/icon.js";
import "../ui/map.js";
import { RecordsTab } from "../ui/records-tab.js";
import { emptyState } from "../ui/states.js";

await loadTexts("addresses");

const TYPES = ["billing", "shipping", "service"];
const PROVINCES = ["QC", "ON", "NB", "NS", "PE", "NL", "MB", "SK", "AB", "BC", "YT", "NT", "NU"];
const typeName = (type) => (TYPES.includes(type) ? t(`addresses.type.${type}`) : type);
const nameOf = (address) => address.label || address.street || address.city || address.postal_code || `${address.id}`;
const overMidnight = (start, end) => Boolean(start && end && start > end);

class AddressesTab extends RecordsTab {
  static properties = { chosen: { state: true } };

  get section() {
    return "addresses";
  }

  get kind() {
    return "address";
  }

  get words() {
    return {
      add: t("addresses.add"), edit: t("addresses.edit"), added: t("addresses.added"), saved: t("addresses.saved"), deleted: t("addresses.deleted"),
      ask: (address) => t("addresses.ask", { name: nameOf(address) }),
    };
  }

  body({ addresses }) {
    if (!addresses.length) return html`<div class="card">${emptyState(t("addresses.none"), t("addresses.none.text"), "geo-alt", this.addButton())}</div>`;
    const sorted = [...addresses].sort((one, other) => other.is_primary - one.is_primary);
    const placed = sorted.filter((address) => address.latitude !== null);
    return html`<div class="tab-head"><h2>${t("addresses.title")} <span class="count">${addresses.length}</span></h2>${this.addButton()}</div>
      <div class="places ${placed.length ? "" : "alone"}">
        <ol class="stack">${sorted.map((address) => this.card(address, placed.indexOf(address)))}</ol>
        ${placed.length ? html`<div class="places-map"><c360-map .points=${this.points(placed)} .selected=${this.chosen} .select=${(id) => this.choose(id)}></c360-map></div>` : nothing}
      </div>`;
  }

  /** The same list as long as the places are the same, so that the map is not drawn anew for nothing. */
  points(placed) {
    const words = JSON.stringify(placed.map((one) => [one.id, one.latitude, one.longitude, nameOf(one)]));
    if (this.drawn !== words) {
      this.drawn = words;
      this.pointList = placed.map((one) => ({ id: one.id, label: nameOf(one), latitude: Number(one.latitude), longitude: Number(one.longitude) }));
    }
    return this.pointList;
  }

  async choose(id) {
    this.chosen = id;
    await this.updateComplete;
    const card = this.querySelector(`#address-${id}`);
    card.scrollIntoView({ block: "nearest" });
    card.focus({ preventScroll: true });
  }

  card(address, at) {
    const lines = [address.street, address.street2, [address.city, address.province, address.postal_code].filter(Boolean).join(" "), address.country];
    return html`<li class="card record ${this.chosen === address.id ? "chosen" : ""}" id="address-${address.id}" tabindex="-1">
      <header><div class="row">${at >= 0 ? html`<span class="map-sign" aria-hidden="true">${at + 1}</span>` : nothing}<h3>${nameOf(address)}</h3>
        ${address.is_primary ? html`<span class="badge brand">${icon("star")}${t("addresses.primary")}</span>` : nothing}</div>
        ${address.type ? html`<span class="badge">${typeName(address.type)}</span>` : nothing}</header>
      <address>${lines.filter(Boolean).map((line) => html`<span>${line}</span>`)}</address>
      <dl class="facts small">${this.window(address)}
        ${address.service_zone ? html`<dt>${t("addresses.field.service_zone")}</dt><dd>${address.service_zone}</dd>` : nothing}
        ${address.instructions ? html`<dt>${t("addresses.field.instructions")}</dt><dd class="pre">${address.instructions}</dd>` : nothing}
        ${address.latitude === null ? nothing : html`<dt>${t("addresses.place")}</dt><dd class="num">${address.latitude}, ${address.longitude}</dd>`}</dl>
      ${this.warnings(address.id)}
      <footer class="row">${at >= 0 ? html`<button type="button" class="button small no-print" aria-pressed=${this.chosen === address.id ? "true" : "false"}
        @click=${() => { this.chosen = address.id; }}>${icon("map")}${t("addresses.show")}<span class="visually-hidden"> ${nameOf(address)}</span></button>` : nothing}
        ${this.recordButtons(address, nameOf(address))}</footer>
    </li>`;
  }

  window({ delivery_window_start: start, delivery_window_end: end }) {
    return start ? html`<dt>${t("addresses.window")}</dt><dd>${t("addresses.window.from_to", { start: timeOfDay(start), end: timeOfDay(end) })}${overMidnight(start, end)
      ? html` <span class="badge info">${icon("moon")}${t("addresses.over_midnight")}</span>` : nothing}</dd>` : nothing;
  }

  spec(record) {
    // a window that goes over midnight already is meant to
    const said = { over: overMidnight(record?.delivery_window_start, record?.delivery_window_end) };
    return {
      initial: { is_primary: !this.loader.value.data.addresses.length, country: "Canada" },
      types: { latitude: "decimal", longitude: "decimal" },
      label: (name) => t(`addresses.field.${name}`),
      say: (name, value) => (name === "is_primary" ? t(value ? "common.yes" : "common.no") : name === "type" && value ? typeName(value) : undefined),
      words: { "profile.window_over_midnight": t("addresses.fault.over_midnight"), "profile.required": t("addresses.fault.required") },
      flags: (form) => (said.over && overMidnight(form.read("delivery_window_start"), form.read("delivery_window_end")) ? { window_over_midnight: true } : {}),
      draw: (form) => this.form(form, said),
    };
  }

  form(form, said) {
    const label = (name, hint) => ({ label: t(`addresses.field.${name}`), hint });
    return html`<div class="form-grid">
        ${form.text("label", label("label", t("addresses.label_hint")))}
        ${form.select("type", [["", t("common.none")], ...TYPES.map((type) => [type, typeName(type)])], label("type"))}
        ${form.text("street", { ...label("street"), wide: true }, { autocomplete: "off" })}
        ${form.text("street2", label("street2"))}${form.text("city", label("city"))}
        ${form.text("province", label("province"), { list: "provinces" })}${form.text("postal_code", label("postal_code"))}
        ${form.text("country", label("country"))}${form.text("service_zone", label("service_zone"))}
      </div><datalist id="provinces">${PROVINCES.map((code) => html`<option value=${code}></option>`)}</datalist>
      <fieldset class="stack"><legend>${t("addresses.window")}</legend><div class="form-grid">
        ${form.text("delivery_window_start", label("delivery_window_start"), { type: "time" })}${form.text("delivery_window_end", label("delivery_window_end"), { type: "time" })}</div>
        ${overMidnight(form.value("delivery_window_start"), form.value("delivery_window_end")) ? html`<label class="check"><input type="checkbox" .checked=${said.over}
          @change=${(event) => { said.over = event.target.checked; }} /><span>${t("addresses.over_midnight.say", { start: timeOfDay(form.value("delivery_window_start")), end: timeOfDay(form.value("delivery_window_end")) })}</span></label>` : nothing}
      </fieldset>
      ${form.text("instructions", { ...label("instructions"), wide: true }, { rows: 2 })}
      <fieldset class="stack"><legend>${t("addresses.place")}</legend><p class="small quiet">${t("addresses.place.hint")}</p><div class="form-grid">
        ${form.text("latitude", label("latitude"), { inputmode: "text" })}${form.text("longitude", label("longitude"), { inputmode: "text" })}</div></fieldset>
      ${form.check("is_primary", t("addresses.field.is_primary"), t("addresses.primary_hint"))}`;
  }
}
customElements.define("c360-tab-addresses", AddressesTab);
