// The vehicles, with what the workshop knows of each and where to go from there.
import { html, nothing } from "../vendor/lit.js";
import { ago, kilometres, moment } from "../lib/format.js";
import { hasText, loadTexts, t } from "../lib/i18n.js";
import { hostLink } from "../lib/links.js";
import { confirm } from "../ui/dialog.js";
import { icon } from "../ui/icon.js";
import { RecordsTab } from "../ui/records-tab.js";
import { emptyState } from "../ui/states.js";

await loadTexts("vehicles");

const FUELS = ["essence", "diesel", "hybrid", "electric", "other"];
const LINKS = [["work_order_new", "wrench-adjustable"], ["appointment_new", "calendar-event"], ["vehicle_history", "clock-history"]];
const fuelName = (fuel) => (FUELS.includes(fuel) ? t(`vehicles.fuel.${fuel}`) : fuel);
const nameOf = (vehicle) => [vehicle.make, vehicle.model, vehicle.year].filter(Boolean).join(" ") || vehicle.license_plate || vehicle.vin || `${vehicle.id}`;

class VehiclesTab extends RecordsTab {
  get section() {
    return "vehicles";
  }

  get kind() {
    return "vehicle";
  }

  get words() {
    return {
      add: t("vehicles.add"), edit: t("vehicles.edit"), added: t("vehicles.added"), saved: t("vehicles.saved"), deleted: t("vehicles.deleted"),
      ask: (vehicle) => t("vehicles.ask", { name: nameOf(vehicle) }),
    };
  }

  body({ vehicles }) {
    if (!vehicles.length) return html`<div class="card">${emptyState(t("vehicles.none"), t("vehicles.none.text"), "car-front", this.addButton())}</div>`;
    return html`<div class="tab-head"><h2>${t("vehicles.title")} <span class="count">${vehicles.length}</span></h2>${this.addButton()}</div>
      <ul class="grid vehicles">${vehicles.map((vehicle) => this.card(vehicle))}</ul>`;
  }

  card(vehicle) {
    const facts = vehicle.quick_actions;
    return html`<li class="card record">
      <header><h3>${nameOf(vehicle)}</h3>${vehicle.license_plate ? html`<span class="plate"><span class="visually-hidden">${t("vehicles.field.license_plate")} : </span>${vehicle.license_plate}</span>` : nothing}</header>
      ${facts?.open_work_orders ? html`<p class="row">${icon("wrench")}<span class="strong">${t("vehicles.open", { count: facts.open_work_orders })}</span>
        ${facts.newest_open.map((order) => html`<span class="badge info">${order.number ?? order.work_order_id}${order.status ? ` · ${order.status}` : ""}</span>`)}</p>` : nothing}
      <dl class="facts small">
        <dt>${t("vehicles.field.mileage")}</dt><dd>${kilometres(vehicle.mileage)}</dd>
        <dt>${t("vehicles.field.vin")}</dt><dd>${vehicle.vin ? html`<code>${vehicle.vin}</code>` : "—"}${this.doubt(vehicle)}</dd>
        <dt>${t("vehicles.last_service")}</dt><dd>${this.service(facts)}</dd>
        ${["color", "department"].map((name) => (vehicle[name] ? html`<dt>${t(`vehicles.field.${name}`)}</dt><dd>${vehicle[name]}</dd>` : nothing))}
        ${vehicle.fuel_type ? html`<dt>${t("vehicles.field.fuel_type")}</dt><dd>${fuelName(vehicle.fuel_type)}</dd>` : nothing}
        ${vehicle.notes ? html`<dt>${t("vehicles.field.notes")}</dt><dd class="pre">${vehicle.notes}</dd>` : nothing}
      </dl>
      ${this.warnings(vehicle.id)}
      <footer class="stack">${this.actions(vehicle)}${this.recordButtons(vehicle, nameOf(vehicle))}</footer>
    </li>`;
  }

  doubt({ vin_warning: code }) {
    return code && hasText(`vehicles.vin.${code}`) ? html`<p class="doubt">${icon("exclamation-triangle")}${t(`vehicles.vin.${code}`)}</p>` : nothing;
  }

  service(facts) {
    if (!facts?.available) return html`<span class="quiet">${t("vehicles.service.unknown")}</span>`;
    const last = facts.last_service;
    return last ? html`<time datetime=${last.at} title=${moment(last.at, this.zone)}>${ago(last.at)}</time>${last.number ? html` <span class="quiet">· ${last.number}</span>` : nothing}`
      : html`<span class="quiet">${t("vehicles.service.none")}</span>`;
  }

  /** Where the host's own screens go on; those that are configured. */
  actions(vehicle) {
    const links = LINKS.map(([name, symbol]) => [name, symbol, hostLink(name, { customer: this.customer, vehicle: vehicle.id })]).filter(([, , link]) => link);
    return links.length ? html`<div class="row no-print">${links.map(([name, symbol, link]) => html`<a class="button small" href=${link} target="_blank" rel="noopener">${icon(symbol)}${t(`vehicles.link.${name}`)}
      <span class="visually-hidden">${nameOf(vehicle)} ${t("common.new_window")}</span></a>`)}</div>` : nothing;
  }

  spec() {
    return {
      types: { year: "whole", mileage: "whole" },
      label: (name) => t(`vehicles.field.${name}`),
      say: (name, value) => (name === "fuel_type" && value ? fuelName(value) : name === "mileage" ? kilometres(value) : undefined),
      words: { "profile.mileage_lower": t("vehicles.fault.mileage_lower"), "profile.required": t("vehicles.fault.required") },
      confirmations: [{
        code: "profile.mileage_lower",
        flag: "mileage_correction",
        ask: () => confirm(t("vehicles.lower.title"), t("vehicles.lower.text"), { yes: t("vehicles.lower.yes"), no: t("vehicles.lower.no") }),
      }],
      draw: (form) => this.form(form),
    };
  }

  form(form) {
    const label = (name, hint) => ({ label: t(`vehicles.field.${name}`), hint });
    const before = form.record?.mileage;
    return html`<div class="form-grid">
      ${form.text("make", label("make"))}${form.text("model", label("model"))}
      ${form.text("year", label("year"), { inputmode: "numeric", maxlength: 4 })}${form.text("license_plate", label("license_plate"), { maxlength: 20 })}
      ${form.text("vin", label("vin", t("vehicles.vin_hint")), { maxlength: 25 })}
      ${form.text("mileage", label("mileage", before ? t("vehicles.mileage_hint", { before: kilometres(before) }) : undefined), { inputmode: "numeric" })}
      ${form.text("color", label("color"))}
      ${form.select("fuel_type", [["", t("common.none")], ...FUELS.map((fuel) => [fuel, fuelName(fuel)])], label("fuel_type"))}
      ${form.text("department", label("department"))}
      ${form.text("notes", { ...label("notes"), wide: true }, { rows: 2 })}
    </div>`;
  }
}
customElements.define("c360-tab-vehicles", VehiclesTab);
