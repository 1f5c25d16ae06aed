// Charts: drawn by Chart.js, which loads when the first one is shown, each with the same figures as a table below it.
import { html, nothing } from "../vendor/lit.js";
import { Element } from "../lib/element.js";
import { t } from "../lib/i18n.js";

let library = null;
const chartLibrary = () => (library ??= import("../vendor/chart.js/dist/chart.umd.min.js").then(
  () => window.Chart,
  (failure) => {
    library = null;
    throw failure;
  },
));

const still = matchMedia("(prefers-reduced-motion: reduce)");
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/**
 * A chart with its table.
 *
 * @param config what to draw: `label` says in words what it shows (it is the picture's text); `type` is `bar`, `line` or `doughnut`;
 *     `labels` the names along the axis; `series` `[{label, values, kind, colour, quiet}]`, where a value may be null for none, `kind` is
 *     `bar` or `line`, `colour` a token such as `chart-2`, and `quiet` marks what others are compared with; `format(value)` writes a value,
 *     `axis(value)` a shorter one along the axis; `horizontal`, `stacked` as they say
 * @param table a table of the same figures; made of labels and series where none is given
 */
export const chart = (config, table = null) => html`<c360-chart .config=${config} .table=${table}></c360-chart>`;

class ChartElement extends Element {
  static properties = { config: { attribute: false }, table: { attribute: false }, failed: { state: true } };

  redraw = () => this.draw();

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener("customer360-theme", this.redraw);
    if (this.hasUpdated) this.drawing = this.draw();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener("customer360-theme", this.redraw);
    this.clear();
  }

  clear() {
    this.drawn?.destroy();
    this.drawn = null;
  }

  render() {
    return html`<figure class="chart">
      ${this.failed ? nothing : html`<div class="chart-canvas ${this.config.type}"><canvas role="img" aria-label=${this.config.label}></canvas></div>`}
      <details class="chart-table" ?open=${this.failed}><summary>${t("common.chart.table")}</summary>
        <div class="table-wrap" role="region" tabindex="0" aria-label=${t("common.table", { name: this.config.label })}>${this.table ?? this.ownTable()}</div></details>
    </figure>`;
  }

  ownTable() {
    const { labels, series, format = String } = this.config;
    const shown = (value) => (value === null || value === undefined ? "—" : format(value));
    return html`<table class="table"><thead><tr><th scope="col"><span class="visually-hidden">${t("common.chart.of")}</span></th>
        ${series.map((one) => html`<th scope="col" class="num">${one.label}</th>`)}</tr></thead>
      <tbody>${labels.map((label, at) => html`<tr><th scope="row">${label}</th>${series.map((one) => html`<td class="num">${shown(one.values[at])}</td>`)}</tr>`)}</tbody></table>`;
  }

  updated(changed) {
    const said = JSON.stringify(this.config);
    if (!changed.has("config") || said === this.said) return;
    this.said = said;
    this.drawing = this.draw();
  }

  async draw() {
    try {
      const Chart = await chartLibrary();
      const canvas = this.querySelector("canvas");
      if (!this.isConnected || !canvas) return;
      this.clear();
      this.drawn = new Chart(canvas, settings(this.config));
    } catch {
      this.failed = true;
    }
  }
}
customElements.define("c360-chart", ChartElement);

function settings(config) {
  const round = config.type === "doughnut";
  return {
    type: config.type,
    data: { labels: config.labels, datasets: config.series.map((one, at) => dataset(one, at, config)) },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: still.matches ? false : { duration: 250 },
      indexAxis: config.horizontal ? "y" : "x",
      interaction: { mode: round ? "nearest" : "index", intersect: round, axis: config.horizontal ? "y" : "x" },
      plugins: {
        legend: { display: round || config.series.length > 1, position: "bottom", labels: { color: token("ink-2"), usePointStyle: true, boxHeight: 8, font: { family: token("font") } } },
        tooltip: tooltip(config),
      },
      scales: round ? undefined : scales(config),
    },
  };
}

function dataset(one, at, config) {
  const colour = token(one.colour ?? (one.quiet ? "line-strong" : `chart-${(at % 5) + 1}`));
  const kind = one.kind ?? config.type;
  const round = config.type === "doughnut";
  return {
    type: kind,
    label: one.label,
    data: one.values,
    backgroundColor: round ? one.values.map((_, n) => token(`chart-${(n % 5) + 1}`)) : colour,
    borderColor: round ? token("surface") : colour,
    borderWidth: kind === "line" ? 2 : round ? 2 : 0,
    borderDash: one.quiet && kind === "line" ? [5, 4] : [],
    borderRadius: kind === "bar" ? 4 : 0,
    maxBarThickness: 36,
    pointRadius: kind === "line" ? (one.quiet ? 0 : 2.5) : 0,
    tension: 0.25,
    order: kind === "line" ? 0 : 1,
  };
}

function tooltip({ format = String, type }) {
  return {
    backgroundColor: token("ink"),
    titleColor: token("surface"),
    bodyColor: token("surface"),
    padding: 10,
    callbacks: {
      label: ({ dataset: { label }, raw, label: name }) => ` ${type === "doughnut" ? name : label}\u00a0: ${raw === null ? "—" : format(raw)}`,
    },
  };
}

function scales({ horizontal, stacked, format = String, axis = format }) {
  const names = { stacked, grid: { display: false }, border: { color: token("line-strong") }, ticks: { color: token("ink-2"), font: { family: token("font") } } };
  const values = { stacked, beginAtZero: true, grid: { color: token("line") }, border: { display: false }, ticks: { color: token("ink-3"), maxTicksLimit: 6, font: { family: token("font") }, callback: (value) => axis(value) } };
  return horizontal ? { x: values, y: names } : { x: names, y: values };
}
