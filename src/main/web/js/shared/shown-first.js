/** The links that a first press on a touch screen does not follow: it shows what is behind them. */
export const SHOWN_FIRST = 'main a:is(.term, .cite, .computed)';
