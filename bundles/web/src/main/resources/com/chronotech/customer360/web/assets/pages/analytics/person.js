// What is told of a person by profiling: segment and scores, the risk of losing them, with reasons in words and numbers.
import { html, nothing } from "../../vendor/lit.js";
import { number } from "../../lib/format.js";
import { t } from "../../lib/i18n.js";
import { figureValue } from "../../ui/figure.js";
import { howFound, whyNot } from "./figure.js";

const NAMES = ["recency", "frequency", "monetary"];

/** Why a figure could not be told, in the server's words. */
const reasonOf = (figure) => (figure.reason ? html`<p class="small">${figure.reason.text}</p>` : nothing);

/** Recency, frequency, money: the segment, and the fifth of the base that each lies in. */
export function rfmCard(rfm) {
  const digits = rfm.score.status === "ok" ? [...String(rfm.score.value)].map(Number) : [];
  return html`<section class="card" aria-labelledby="rfm-title"><header><h3 id="rfm-title">${t("analytics.rfm")}</h3>
      ${rfm.segment ? html`<span class="badge brand">${t(`analytics.segment.${rfm.segment}`)}</span>` : nothing}</header>
    ${rfm.score.status === "ok" ? html`<div class="stack">
      <p>${t(`analytics.segment_means.${rfm.segment}`)}</p>
      <dl class="scores">${NAMES.map((name, at) => html`<div><dt>${t(`analytics.rfm.${name}`)}</dt>
        <dd><span class="score" aria-hidden="true">${[1, 2, 3, 4, 5].map((step) => html`<i class=${step <= digits[at] ? "on" : ""}></i>`)}</span>
          <span class="strong">${t("analytics.rfm.score", { score: digits[at] })}</span><span class="small quiet">${figureValue(rfm[name])}</span></dd></div>`)}</dl>
      <p class="small quiet">${t("analytics.rfm.base", { count: rfm.base, shown: number(rfm.base) })}</p></div>`
      : html`${whyNot(rfm.score)}${reasonOf(rfm.score)}`}
    ${howFound(rfm.score)}</section>`;
}

/** The risk that the customer does not come back. */
export function churnCard(churn) {
  const { risk, reasons } = churn;
  const level = risk.status !== "ok" ? "" : risk.value >= 60 ? "high" : risk.value >= 30 ? "medium" : "low";
  return html`<section class="card" aria-labelledby="churn-title"><header><h3 id="churn-title">${t("analytics.churn")}</h3>
      ${level ? html`<span class="badge ${{ high: "bad", medium: "warn", low: "ok" }[level]}">${t(`analytics.churn.${level}`)}</span>` : nothing}</header>
    ${level ? html`<div class="stack"><p class="risk"><span class="risk-value">${figureValue(risk)}</span>
        <meter min="0" max="100" value=${risk.value} aria-label=${t("analytics.churn")}></meter></p>
      <ul class="churn-reasons">${reasons.map((reason) => html`<li>${reason.text}</li>`)}</ul></div>`
      : html`${whyNot(risk)}${reasonOf(risk)}`}
    ${howFound(risk)}</section>`;
}

/** What the customer said after visits. */
export const commentsCard = (comments, dayOf) => (comments.length === 0 ? nothing : html`<section class="card" aria-labelledby="said-title"><header><h3 id="said-title">${t("analytics.said")}</h3></header>
  <ul class="stack">${comments.map((comment) => html`<li class="comment"><div class="row small"><time datetime=${comment.on}>${dayOf(comment.on)}</time>
    ${comment.recommend === null ? nothing : html`<span class="badge">${t("analytics.said.recommend", { grade: comment.recommend })}</span>`}
    ${comment.satisfied === null ? nothing : html`<span class="badge">${t("analytics.said.satisfied", { grade: comment.satisfied })}</span>`}</div>
    ${comment.text ? html`<p>${comment.text}</p>` : nothing}</li>`)}</ul></section>`);
