// Administration: a tab for each thing that is seen to, loaded when it is first opened.
import { html } from "../vendor/lit.js";
import { Element } from "../lib/element.js";
import { loadTexts, t } from "../lib/i18n.js";
import { mayLeave, setQuery } from "../lib/router.js";
import { may } from "../lib/session.js";
import { emptyState, errorState, skeleton } from "../ui/states.js";
import { showOpenTab, tabList } from "../ui/tabs.js";

/** Each tab with what it asks for, and the texts it speaks beside the page's own. */
const TABS = [
  { id: "health", icon: "activity", needs: "health.read" },
  { id: "adoption", icon: "clipboard-check", needs: "adoption.read" },
  { id: "backfill", icon: "clock-history", needs: "backfill.run" },
  { id: "notices", icon: "file-text", needs: "notices.manage", texts: "notices" },
  { id: "segments", icon: "tags", needs: "segments.manage", texts: "segments" },
  { id: "roles", icon: "shield-lock", needs: "roles.read" },
  { id: "ledger", icon: "shield-check", needs: "ledger.verify" },
];

class Administration extends Element {
  static properties = { query: { attribute: false }, tab: { state: true }, module: { state: true }, failure: { state: true } };

  get tabs() {
    return TABS.filter((tab) => may(tab.needs));
  }

  willUpdate(changed) {
    if (!changed.has("query")) return;
    const wished = this.query.get("tab");
    this.load(this.tabs.find((tab) => tab.id === wished) ?? this.tabs[0]);
  }

  async choose(id) {
    if (!(await mayLeave())) return;
    setQuery({ tab: id === this.tabs[0].id ? null : id });
    await this.load(this.tabs.find((tab) => tab.id === id));
    await this.updateComplete;
  }

  async load(tab) {
    this.tab = tab;
    this.module = null;
    this.failure = null;
    try {
      const [module] = await Promise.all([import(`./administration/${tab.id}.js`), tab.texts ? loadTexts(tab.texts) : null]);
      if (this.tab === tab) this.module = module;
    } catch (failure) {
      if (this.tab === tab) this.failure = failure;
    }
  }

  updated() {
    showOpenTab(this);
  }

  render() {
    const { id } = this.tab;
    return html`<div class="page-head"><h1>${t("administration.title")}</h1></div>
      ${tabList(t("administration.title"), this.tabs.map((tab) => ({ ...tab, label: t(`administration.tab.${tab.id}`) })), id, (wished) => this.choose(wished))}
      <div role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}">${this.failure ? errorState(this.failure, () => this.load(this.tab)) : this.module ? this.module.view() : skeleton(8)}</div>`;
  }
}
customElements.define("c360-administration", Administration);

export const title = () => t("administration.title");
export const view = (query) => (TABS.some((tab) => may(tab.needs))
  ? html`<c360-administration .query=${query}></c360-administration>` : emptyState(t("common.error.forbidden"), "", "lock"));
