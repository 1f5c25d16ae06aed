// Calls to the REST API: one way to ask, one shape of failure.
import { language, t } from "./i18n.js";
import { csrfToken, signedOut } from "./session.js";

const PATIENCE_MS = 20_000;

/** What an address refused with; `code` is stable, `message` is in the reader's language. */
export class ApiError extends Error {
  constructor(code, { status = 0, message = "", errors = [], traceId = null, retryAfter = null, body = null } = {}) {
    super(message || code);
    this.name = "ApiError";
    Object.assign(this, { code, status, errors, traceId, retryAfter, body });
  }

  /** The violation of a field, or null. What is only missing is said without the server's name of the field. */
  of(field) {
    const found = this.errors.find((error) => error.field === field);
    return found?.code === "field.required" ? t("common.error.required") : found?.message ?? null;
  }
}

/** An address with a query; empty values are left out, lists are repeated. */
export function address(path, query = {}) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== "") parameters.append(name, one);
    }
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/**
 * Sends a request and answers `{data, etag, status, privacy}`.
 *
 * A 401 opens the sign-in dialog above the page and asks again afterwards, so that nothing typed is lost.
 */
export async function request(method, path, { query, body, ifMatch, key, signal, headers = {} } = {}) {
  for (;;) {
    const response = await send(method, address(path, query), { body, ifMatch, key, signal, headers });
    if (response.status === 401) {
      await signedOut();
      continue;
    }
    return answer(response);
  }
}

export const get = (path, query, options) => request("GET", path, { query, ...options });
export const post = (path, body, options) => request("POST", path, { body, ...options });
export const patch = (path, body, options) => request("PATCH", path, { body, ...options });
export const put = (path, body, options) => request("PUT", path, { body, ...options });
export const remove = (path, options) => request("DELETE", path, options);

async function send(method, url, { body, ifMatch, key, signal, headers }) {
  const all = { Accept: "application/json", "Accept-Language": language(), "X-Requested-With": "XMLHttpRequest", ...headers };
  if (body !== undefined) all["Content-Type"] ??= "application/json";
  if (ifMatch) all["If-Match"] = ifMatch;
  if (key) all["Idempotency-Key"] = key;
  if (method !== "GET" && csrfToken()) all["X-CSRF-Token"] = csrfToken();
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await fetch(url, {
      method,
      headers: all,
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
      credentials: "same-origin",
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new ApiError(failure.name === "TimeoutError" ? "client.slow" : "client.unreachable");
  }
}

async function answer(response) {
  const text = response.status === 204 ? "" : await response.text();
  let data = null;
  try {
    data = text ? JSON.parse(text) : null;
  } catch {
    throw new ApiError("client.unreadable", { status: response.status });
  }
  if (!response.ok) {
    throw new ApiError(data?.code ?? `client.status_${response.status}`, {
      status: response.status,
      message: data?.message ?? "",
      errors: data?.errors ?? [],
      traceId: data?.trace_id ?? response.headers.get("X-Trace-Id"),
      retryAfter: response.headers.get("Retry-After"),
      body: data,
    });
  }
  return {
    data,
    status: response.status,
    etag: response.headers.get("ETag"),
    privacy: response.headers.get("X-Privacy-Level"),
  };
}
