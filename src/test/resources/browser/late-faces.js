// Faces of text that no preload asks for.
const early = [...document.querySelectorAll('link[rel=preload]')].map(link => link.href);
const names = performance.getEntriesByType('resource').map(entry => entry.name);
return names.filter(name => /\/(text|sans)-\d[^/]*\.woff2$/.test(name) && !early.includes(name));
