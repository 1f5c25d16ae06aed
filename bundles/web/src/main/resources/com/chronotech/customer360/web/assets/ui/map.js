// A map of places, by Leaflet, which is loaded when the first map is drawn. No other host is called unless tiles are configured.
import { html, nothing } from "../vendor/lit.js";
import { config } from "../lib/config.js";
import { Element } from "../lib/element.js";
import { t } from "../lib/i18n.js";
import { errorState } from "./states.js";

const CLOSE = 14;
let loading = null;

/** The library; its style sheet beside ours. A failure is not kept. */
function leaflet() {
  loading ??= Promise.all([import("../vendor/leaflet/dist/leaflet.js"), style()]).then(() => globalThis.L).catch((failure) => {
    loading = null;
    throw failure;
  });
  return loading;
}

function style() {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("../vendor/leaflet/dist/leaflet.css", import.meta.url).href;
    link.addEventListener("load", resolve);
    link.addEventListener("error", reject);
    // before ours, which go over it
    document.head.prepend(link);
  });
}

/** `points` `[{id, label, latitude, longitude, primary}]`; `selected` an id; `select(id)` is called when one is chosen. */
class PlacesMap extends Element {
  static properties = { points: { attribute: false }, selected: {}, select: { attribute: false }, failure: { state: true } };

  constructor() {
    super();
    this.markers = new Map();
  }

  render() {
    return html`<div class="map ${config.tiles ? "" : "bare"}" role="group" aria-label=${t("common.map")}></div>
      ${this.failure ? errorState(this.failure, () => this.draw(), { small: true }) : nothing}
      ${config.tiles ? html`<p class="small quiet">${config.tiles.attribution}</p>` : html`<p class="small quiet">${t("common.map.bare")}</p>`}`;
  }

  firstUpdated() {
    this.draw();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  updated(changed) {
    if (!this.map) return;
    if (changed.has("points")) this.place();
    if (changed.has("selected")) this.mark();
  }

  async draw() {
    try {
      this.leaflet = await leaflet();
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
      return;
    }
    if (this.map) return;
    const ground = this.querySelector(".map");
    this.map = this.leaflet.map(ground, { zoomControl: false, attributionControl: false, scrollWheelZoom: false, zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches });
    this.leaflet.control.zoom({ zoomInTitle: t("common.map.in"), zoomOutTitle: t("common.map.out") }).addTo(this.map);
    this.leaflet.control.scale({ imperial: false }).addTo(this.map);
    if (config.tiles) this.leaflet.tileLayer(config.tiles.url, { maxZoom: 19 }).addTo(this.map);
    // a map that was drawn in a hidden tab does not know its size
    this.observer = new ResizeObserver(() => this.map.invalidateSize());
    this.observer.observe(ground);
    this.place();
    this.mark();
  }

  place() {
    this.markers.forEach((marker) => marker.remove());
    this.markers.clear();
    // a marker has no element before the map has a view
    const places = this.points.map((point) => [point.latitude, point.longitude]);
    if (places.length) this.map.fitBounds(places, { padding: [48, 48], maxZoom: CLOSE });
    this.points.forEach((point, at) => {
      const sign = document.createElement("span");
      sign.textContent = at + 1;
      const icon = this.leaflet.divIcon({ className: "map-marker", html: sign, iconSize: [28, 28] });
      const marker = this.leaflet.marker([point.latitude, point.longitude], { icon, title: point.label, keyboard: true }).addTo(this.map);
      marker.getElement().setAttribute("aria-label", `${at + 1}. ${point.label}`);
      marker.on("click keypress", ({ originalEvent, type }) => {
        if (type === "click" || originalEvent.key === "Enter") this.select(point.id);
      });
      this.markers.set(point.id, marker);
    });
  }

  mark() {
    this.markers.forEach((marker, id) => {
      marker.getElement().classList.toggle("chosen", id === this.selected);
      marker.setZIndexOffset(id === this.selected ? 1000 : 0);
      if (id === this.selected && !this.map.getBounds().pad(-0.05).contains(marker.getLatLng())) this.map.panTo(marker.getLatLng());
    });
  }
}
customElements.define("c360-map", PlacesMap);
