// Keeps every drawing as wide as its card. Radzen measures a chart once the circuit is up and again whenever it is resized, but an answer that
// comes late can undo a later one, and until the circuit is up nothing measures at all. So here the drawing is scaled to its frame at once,
// and a chart that was drawn for another width is measured again until it fits.
(() => {
  const settled = 200;
  const mostTries = 20;
  const watched = new WeakSet();
  const resized = new ResizeObserver(() => soon());
  let tries = 0;
  let timer = 0;

  const soon = (anew = true) => {
    if (anew) tries = 0;
    scale();
    clearTimeout(timer);
    timer = setTimeout(measure, settled);
  };

  // What Radzen drew for: the frame it clips the axes by.
  const drawn = chart => {
    const frame = chart.querySelector(':scope > svg clipPath[id$="-axes"] rect');
    return frame ? { width: Number(frame.getAttribute('width')), height: Number(frame.getAttribute('height')) } : null;
  };

  const charts = () => [...document.querySelectorAll('.rz-chart')].map(chart => ({ chart, size: drawn(chart) })).filter(each => each.size);

  const scale = () => charts().forEach(({ chart, size }) => {
    if (!watched.has(chart)) {
      watched.add(chart);
      resized.observe(chart);
    }
    const svg = chart.querySelector(':scope > svg');
    if (size.width > 0 && size.height > 0) {
      svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
      svg.setAttribute('preserveAspectRatio', 'xMinYMin meet');
    }
  });

  const measure = () => {
    const astray = charts().filter(({ chart, size }) => {
      const frame = chart.getBoundingClientRect();
      return frame.width > 0 && (Math.abs(frame.width - size.width) > 1 || Math.abs(frame.height - size.height) > 1);
    });
    astray.forEach(({ chart }) => chart.resizeHandler?.());
    if (astray.some(({ chart }) => chart.resizeHandler) && tries++ < mostTries) soon(false);
  };

  new MutationObserver(() => soon()).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['width', 'height'] });
  soon();
})();
