// The first answer of the calculator, worked out beside the page: a script that has just come takes some time for it,
// in which the page could not be scrolled. Started as a worker, with the address of calc.js behind its own.
importScripts(decodeURIComponent(location.hash.slice(1)));
onmessage = ({ data }) =>
  postMessage(data.map(({ code, words }) => [archnotesFit(code, words), archnotesCurve(code, words)]));
