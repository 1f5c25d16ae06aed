// The notices: what customers are shown before they decide; every version, and publishing the next.
import { html, nothing } from "../../vendor/lit.js";
import { get, remove } from "../../lib/api.js";
import { Element, Loader } from "../../lib/element.js";
import { language, t } from "../../lib/i18n.js";
import { day } from "../../lib/format.js";
import { confirm } from "../../ui/dialog.js";
import { icon } from "../../ui/icon.js";
import { toast, toastError } from "../../ui/toast.js";
import { languageName, noticeText } from "./notice-text.js";
import "./notice-form.js";

export const PURPOSES = ["marketing_email", "marketing_sms", "service_notifications", "analytics", "profiling", "data_sharing"];

class Notices extends Element {
  static properties = { draft: { state: true } };

  constructor() {
    super();
    this.draft = null;
    this.loader = new Loader(this, (signal) => get("/api/customer360/notices", {}, { signal }).then(({ data }) => data.notices));
  }

  connectedCallback() {
    super.connectedCallback();
    this.loader.reload();
  }

  render() {
    if (this.draft) {
      return html`<c360-notice-form .purpose=${this.draft.purpose} .before=${this.draft.before}
        @cancelled=${() => this.back()} @published=${(event) => this.published(event.detail)}></c360-notice-form>`;
    }
    return this.loader.view((notices) => this.content(notices), { lines: 10 });
  }

  content(notices) {
    return html`<div class="stack"><p class="quiet">${t("notices.what")}</p>
      <ul class="grid notices">${PURPOSES.map((purpose) => this.purpose(purpose, notices.filter((one) => one.consent_type === purpose)))}</ul></div>`;
  }

  purpose(purpose, versions) {
    const sorted = [...versions].sort((one, other) => other.published_at.localeCompare(one.published_at));
    const [current, ...earlier] = sorted;
    return html`<li class="card stack"><div class="row row-between"><h2>${t(`notices.purpose.${purpose}`)}</h2>${current ? html`<span class="badge brand">${t("notices.version", { version: current.version })}</span>` : html`<span class="badge warn">${t("notices.none")}</span>`}</div>
      ${current ? this.version(current) : html`<p class="quiet">${t("notices.none.hint")}</p>`}
      ${earlier.length ? html`<details><summary>${t("notices.earlier", { count: earlier.length })}</summary><div class="stack">${earlier.map((one) => html`<h3>${t("notices.version", { version: one.version })}</h3>${this.version(one)}<div>${this.taking(one)}</div>`)}</div></details>` : nothing}
      <div class="row"><button type="button" class="button small" @click=${() => this.write(purpose, current)}>${icon("plus-lg")}${t("notices.new")}</button>${current ? this.taking(current) : nothing}</div></li>`;
  }

  taking(one) {
    return html`<button type="button" class="button plain small" @click=${() => this.withdraw(one)}>${icon("trash")}${t("notices.withdraw")}</button>`;
  }

  version(one) {
    const texts = [...one.texts].sort((a, b) => Number(b.language === language()) - Number(a.language === language()));
    return html`<p class="small quiet">${t("notices.published", { day: day(one.published_at), by: one.published_by })}${one.validity_months ? html` · ${t("notices.validity", { count: one.validity_months })}` : nothing}${one.retention_months ? html` · ${t("notices.retention", { count: one.retention_months })}` : nothing}</p>
      ${texts.map((text) => html`<details><summary>${languageName(text.language)} · ${text.title}</summary>${noticeText(text)}<p class="small quiet mono root" title="SHA-256">${text.sha256}</p></details>`)}`;
  }

  write(purpose, before) {
    this.draft = { purpose, before };
    window.scrollTo(0, 0);
  }

  async back() {
    this.draft = null;
    await this.updateComplete;
    this.querySelector("button")?.focus();
  }

  async published(notice) {
    toast(t("notices.published.done", { version: notice.version }));
    await this.loader.reload();
    this.back();
  }

  async withdraw(one) {
    if (!(await confirm(t("notices.withdraw.title", { version: one.version }), t("notices.withdraw.text"), { yes: t("notices.withdraw"), danger: true }))) return;
    try {
      await remove(`/api/customer360/notices/${one.consent_type}/${one.version}`);
      toast(t("notices.withdrawn"));
      this.loader.reload();
    } catch (error) {
      toastError(error);
    }
  }
}
customElements.define("c360-notices", Notices);

export const view = () => html`<c360-notices></c360-notices>`;
