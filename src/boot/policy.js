// Trusted Types: the one policy of this page. Loaded before the program, on its own.
//
// The program sets html from strings in two places only: Leptos does it for the parts of a view that
// never change, and the icon widget for the shapes of an icon. Both are compiled in. This policy admits
// what those need, tag by tag and attribute by attribute, and refuses everything else with a TypeError
// that says what was refused. To admit a new tag or attribute, add it below and to tests/policy/table.mjs.
(() => {
  "use strict";
  if (!self.trustedTypes) return; // an older browser: the content security policy still holds

  const set = (words) => new Set(words.split(" "));

  // No element whose content is not ordinary markup (script, style, title, textarea, template, noscript,
  // iframe …): a browser would read the text inside them differently from this file.
  const TAGS = set(
    "a abbr address article aside b bdi blockquote br button caption cite code col colgroup data datalist " +
      "dd del details dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
      "header hgroup hr i input ins kbd label legend li main mark menu meter nav ol optgroup option output " +
      "p pre progress q s samp search section select small span strong sub summary sup table tbody td " +
      "tfoot th thead time tr u ul var wbr " +
      "svg g path circle ellipse line polygon polyline rect text tspan defs symbol use",
  );

  // Attributes that can neither load nor run anything, whatever their value.
  const ATTRIBUTES = set(
    "accept autocapitalize autocomplete autofocus checked class closedby colspan datetime dir disabled " +
      "download enterkeyhint for headers height hidden high id inert inputmode label lang list low max " +
      "maxlength min minlength multiple name open optimum pattern placeholder readonly rel required " +
      "reversed role rows rowspan scope selected size spellcheck span start step tabindex title translate " +
      "type value width " +
      "clip-rule cx cy d dominant-baseline dx dy fill-opacity fill-rule focusable font-size font-weight " +
      "opacity pathlength points preserveaspectratio r rx ry stroke-dasharray stroke-dashoffset " +
      "stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor transform " +
      "vector-effect viewbox x x1 x2 y y1 y2",
  );
  const FAMILIES = /^(?:aria|data)-[a-z][a-z0-9-]*$/;

  // Attributes that are admitted with some values only.
  const PAINT = /^(?:[a-z]+|#[0-9a-f]{3,8}|var\(--[a-z0-9-]+\))$/i;
  const VALUES = {
    __proto__: null,
    // "?query", "#part" or a file below this folder: no scheme, no host, no way up, no entities before "?".
    href: /^(?:\.\/)?(?:[\w-][\w.-]*(?:\/[\w-][\w.-]*)*\/?)?(?:\?[\w=&;%+.~-]*)?(?:#[\w.-]*)?$/,
    method: /^dialog$/,
    formmethod: /^dialog$/,
    fill: PAINT,
    stroke: PAINT,
    color: PAINT,
    xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
  };

  // One step of the reading: text, a closing tag, or an opening tag with double-quoted attributes.
  // Stricter than html on purpose: no "<" or ">" in values, no comments, no bare or single-quoted values.
  const TOKEN = /[^<]+|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"<>]*")?)*)\s*\/?>/iy;
  const ATTRIBUTE = /([a-z][a-z0-9-]*)(?:="([^"]*)")?/gi;

  const refuse = (what) => {
    throw new TypeError(`refused by policy.js: ${what}`);
  };

  const checkAttribute = (tag, name, value) => {
    const pattern = VALUES[name];
    if (pattern ? !pattern.test(value) : !ATTRIBUTES.has(name) && !FAMILIES.test(name)) {
      refuse(`attribute ${name}="${value.slice(0, 60)}" on <${tag}>`);
    }
    if (name === "href" && tag === "use" && !value.startsWith("#")) {
      refuse(`<use href="${value.slice(0, 60)}">`);
    }
  };

  const checkHtml = (html) => {
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < html.length) {
      const at = TOKEN.lastIndex;
      const token = TOKEN.exec(html) ?? refuse(`markup at "${html.slice(at, at + 60)}"`);
      const tag = (token[1] ?? token[2])?.toLowerCase();
      if (!tag) continue;
      if (!TAGS.has(tag)) refuse(`<${tag}>`);
      for (const [, name, value = ""] of (token[3] ?? "").matchAll(ATTRIBUTE)) {
        checkAttribute(tag, name.toLowerCase(), value);
      }
    }
    return html;
  };

  const worker = new URL("sw.js", document.baseURI).href;

  trustedTypes.createPolicy("default", {
    createHTML: (html) => checkHtml(String(html)),
    createScriptURL: (address) =>
      new URL(address, document.baseURI).href === worker ? worker : refuse(`script ${address}`),
  });
})();
