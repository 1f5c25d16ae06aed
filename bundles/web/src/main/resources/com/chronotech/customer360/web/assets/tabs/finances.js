// What the customer was asked to pay, has paid, and owes, as the host keeps it.
import { html, nothing } from "../vendor/lit.js";
import { get } from "../lib/api.js";
import { day, money, moment, number } from "../lib/format.js";
import { hasText, loadTexts, t } from "../lib/i18n.js";
import { may } from "../lib/session.js";
import { icon } from "../ui/icon.js";
import { SectionTab } from "../ui/section-tab.js";
import { emptyState, errorState, skeleton } from "../ui/states.js";

await loadTexts("finances");

const STATES = ["open", "overdue", "paid", "draft", "cancelled", "refunded"];
const KINDS = { open: "info", overdue: "bad", paid: "ok", refunded: "warn" };
const AGES = ["current", "days_1_30", "days_31_60", "days_61_90", "days_over_90", "no_due_date"];

class FinancesTab extends SectionTab {
  static properties = { states: { state: true }, list: { state: true }, busy: { state: true }, failure: { state: true }, opened: { state: true } };

  constructor() {
    super();
    this.states = [];
    this.opened = new Set();
  }

  get section() {
    return "finances";
  }

  async refresh() {
    await super.refresh();
    if (this.states.length) await this.load(null);
    else this.list = this.loader.value?.data && { rows: this.loader.value.data.invoices, ...this.loader.value.data };
  }

  toggle(state) {
    this.states = this.states.includes(state) ? this.states.filter((one) => one !== state) : [...this.states, state];
    this.load(null);
  }

  /** Loads a page: the first one for no cursor, else what follows the rows that stand. */
  async load(cursor) {
    this.running?.abort();
    const running = (this.running = new AbortController());
    this.busy = true;
    this.failure = null;
    try {
      const { data } = await get(`/api/customer360/${this.customer}/invoices`, { status: this.states, cursor }, { signal: running.signal });
      this.list = { ...data, rows: cursor ? [...this.list.rows, ...data.invoices] : data.invoices };
    } catch (error) {
      if (running.signal.aborted) return;
      this.failure = error;
    }
    this.busy = false;
  }

  body(data) {
    return html`<div class="stack stack-4">
      ${this.balance(data.balance)}
      <section class="stack" aria-labelledby="invoices">
        <div class="tab-head"><h2 id="invoices">${t("finances.invoices")} <span class="count">${this.list ? number(this.list.total_count) : nothing}</span></h2>
          <div class="row" role="group" aria-label=${t("finances.filter")}>${STATES.map((state) => html`<button type="button" class="chip" aria-pressed=${this.states.includes(state) ? "true" : "false"}
            @click=${() => this.toggle(state)}>${t(`finances.state.${state}`)}</button>`)}</div></div>
        ${this.failure ? errorState(this.failure, () => this.load(null), { small: true }) : nothing}
        ${this.list ? this.invoices() : skeleton(5)}
      </section>
    </div>`;
  }

  balance(balance) {
    if (!balance) return nothing;
    const ages = AGES.filter((age) => Number(balance.ageing[age]) > 0);
    return html`<section class="card" aria-labelledby="balance">
      <header><h2 id="balance">${t("finances.balance")}</h2><span class="small quiet">${t("finances.as_of", { day: day(balance.as_of) })}</span></header>
      <dl class="figures">
        <div class="figure"><dt class="name">${t("finances.outstanding")}</dt><dd class="value">${money(balance.outstanding, balance.currency)}</dd>
          <dd class="note">${t("finances.invoice_count", { count: balance.outstanding_invoices })}</dd></div>
        <div class="figure ${Number(balance.overdue) > 0 ? "bad" : ""}"><dt class="name">${t("finances.overdue")}</dt>
          <dd class="value">${balance.overdue === null ? "—" : money(balance.overdue, balance.currency)}</dd>
          <dd class="note">${balance.overdue === null ? t("finances.overdue.unknown") : balance.oldest_due_on
            ? t("finances.oldest", { count: balance.overdue_invoices, day: day(balance.oldest_due_on) }) : t("finances.nothing_overdue")}</dd></div>
        ${ages.map((age) => html`<div class="figure"><dt class="name">${t(`finances.age.${age}`)}</dt><dd class="value">${money(balance.ageing[age], balance.currency)}</dd></div>`)}
      </dl></section>`;
  }

  invoices() {
    const { rows, next_cursor: next, missing } = this.list;
    if (!rows.length) return html`<div class="card">${emptyState(this.states.length ? t("finances.none.filtered") : t("finances.none"), "", "receipt")}</div>`;
    return html`<div class="table-wrap ${this.busy ? "busy" : ""}" aria-busy=${this.busy ? "true" : "false"}><table class="table responsive">
      <caption class="visually-hidden">${t("finances.invoices")}</caption>
      <thead><tr><th scope="col">${t("finances.number")}</th><th scope="col" class="wide-only">${t("finances.issued_on")}</th><th scope="col">${t("finances.due_on")}</th><th scope="col">${t("finances.status")}</th>
        <th scope="col" class="num">${t("finances.total")}</th><th scope="col" class="num">${t("finances.paid")}</th><th scope="col" class="num">${t("finances.left")}</th></tr></thead>
      <tbody>${rows.map((invoice) => this.row(invoice))}</tbody></table></div>
      ${missing?.payments ? html`<p class="small quiet">${t("finances.no_payments")}</p>` : nothing}
      ${next ? html`<div class="row"><button type="button" class="button" ?disabled=${this.busy} @click=${() => this.load(next)}>${icon("chevron-down")}${t("finances.more")}</button>
        <span class="small quiet">${t("finances.shown", { shown: number(rows.length), total: number(this.list.total_count) })}</span></div>` : nothing}`;
  }

  row(invoice) {
    const { currency } = invoice;
    const open = this.opened.has(invoice.id);
    const name = invoice.number ?? `${invoice.id}`;
    return html`<tr>
        <th scope="row"><span class="nowrap">${invoice.url ? html`<a href=${invoice.url} target="_blank" rel="noopener">${name}${icon("box-arrow-up-right")}</a>` : name}</span><span class="small quiet narrow-only">${day(invoice.issued_on)}</span></th>
        <td class="nowrap wide-only">${day(invoice.issued_on)}</td>
        <td class="nowrap" data-label=${t("finances.due_on")}>${day(invoice.due_on)}</td>
        <td data-label=${t("finances.status")}>${this.state(invoice)}</td>
        <td class="num" data-label=${t("finances.total")}>${money(invoice.total, currency)}</td>
        <td class="num" data-label=${t("finances.paid")}>${this.paid(invoice, open, name)}</td>
        <td class="num strong" data-label=${t("finances.left")}>${money(invoice.outstanding, currency)}</td>
      </tr>${open ? html`<tr class="detail"><td colspan="7"><ul class="stack stack-1">${invoice.payments.map((payment) => this.payment(payment))}</ul></td></tr>` : nothing}`;
  }

  /** What was paid opens the payments that make it up. */
  paid({ id, paid, currency, payments }, open, name) {
    if (!payments.length) return money(paid, currency);
    return html`<button type="button" class="in-place" aria-expanded=${open ? "true" : "false"} @click=${() => this.open(id)}>${money(paid, currency)}
      <span class="visually-hidden">${t("finances.payment_count", { count: payments.length })}, ${name}</span>${icon(open ? "chevron-up" : "chevron-down")}</button>`;
  }

  open(id) {
    this.opened = new Set(this.opened);
    if (!this.opened.delete(id)) this.opened.add(id);
  }

  /** A word of the host's own that nobody understands is shown as it stands. */
  state(invoice) {
    const words = hasText(`finances.state.${invoice.state}`) ? t(`finances.state.${invoice.state}`) : invoice.status ?? "—";
    return html`<span class="badge ${KINDS[invoice.state] ?? ""}">${words}</span>${invoice.overdue ? html` <span class="small quiet">${t("finances.days_overdue", { count: invoice.days_overdue })}</span>` : nothing}`;
  }

  payment(payment) {
    return html`<li class="row small"><time class="quiet">${moment(payment.at, this.zone)}</time><span class="strong num">${money(payment.amount, payment.currency)}</span>
      <span class="badge ${payment.state === "confirmed" ? "ok" : ""}">${hasText(`finances.payment.${payment.state}`) ? t(`finances.payment.${payment.state}`) : payment.status ?? "—"}</span>
      ${payment.method ? html`<span>${payment.method}</span>` : nothing}${payment.reference ? html`<code>${payment.reference}</code>` : nothing}</li>`;
  }

  render() {
    return may("finances.read") ? super.render() : errorState({ code: "forbidden", status: 403, message: "" });
  }
}
customElements.define("c360-tab-finances", FinancesTab);
