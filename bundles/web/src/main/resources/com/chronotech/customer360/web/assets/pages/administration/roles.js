// What each role may do: to read; the file of the server says it.
import { html } from "../../vendor/lit.js";
import { get } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { hasText, t } from "../../lib/i18n.js";
import { PERMISSIONS } from "../../lib/session.js";
import { icon } from "../../ui/icon.js";

const domain = (permission) => permission.slice(0, permission.indexOf("."));
const includes = (granted, permission) => granted.includes("*") || granted.includes(permission) || granted.includes(`${domain(permission)}.*`);
const named = (key, otherwise) => (hasText(key) ? t(key) : otherwise);

class RoleTable extends Element {
  constructor() {
    super();
    this.loader = new Loader(this, (signal) => get("/api/customer360/roles", {}, { signal }).then(({ data }) => data.roles));
  }

  connectedCallback() {
    super.connectedCallback();
    this.loader.reload();
  }

  render() {
    return this.loader.view((roles) => this.content(roles), { lines: 8 });
  }

  content(roles) {
    const further = roles.flatMap((role) => role.permissions).filter((one) => !one.includes("*"));
    const permissions = [...new Set([...PERMISSIONS, ...further])].sort();
    return html`<div class="stack"><p class="quiet">${t("administration.roles.where")} <code>etc/com.chronotech.customer360.permissions.cfg</code></p>
      <div class="table-wrap" role="region" tabindex="0" aria-label=${t("common.table", { name: t("administration.tab.roles") })}><table class="table roles-table"><caption class="visually-hidden">${t("administration.tab.roles")}</caption>
        <thead><tr><th scope="col">${t("administration.roles.permission")}</th>${roles.map((role) => html`<th scope="col">${named(`administration.role.${role.role}`, role.role)}</th>`)}</tr></thead>
        <tbody>${permissions.map((permission) => html`<tr><th scope="row">${named(`administration.permission.${permission}`, permission)}<div class="small quiet mono">${permission}</div></th>
          ${roles.map((role) => html`<td>${includes(role.permissions, permission)
            ? html`<span class="badge ok">${icon("check2")}<span class="visually-hidden">${t("administration.yes")}</span></span>` : html`<span class="quiet" aria-hidden="true">–</span><span class="visually-hidden">${t("administration.no")}</span>`}</td>`)}</tr>`)}</tbody></table></div></div>`;
  }
}
customElements.define("c360-roles", RoleTable);

export const view = () => html`<c360-roles></c360-roles>`;
