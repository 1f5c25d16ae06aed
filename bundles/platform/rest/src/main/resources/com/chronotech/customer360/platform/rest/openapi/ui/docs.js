// Apart from the page, so that the page's policy can forbid inline scripts.
SwaggerUIBundle({
  url: document.getElementById('api').dataset.url,
  domNode: document.getElementById('api'),
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis],
  validatorUrl: null
});
