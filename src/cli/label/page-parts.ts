/** What the label page's script is told when it starts. Types alone: nothing of it runs on either side. */
export interface Boot {
  token: string;
  labels: readonly string[];
  /** Blocks of which the model is less sure than this are marked. */
  unsureBelow: number;
  /** Under this name the browser keeps changes that did not reach the server. */
  store: string;
  /** Anchor of a block in the side view, before its number. */
  anchor: string;
}

/** Functions of the script: they are sent as text, so each may use nothing but its arguments and the browser. */
export interface PageParts {
  createSaver: typeof import('./script-saver').createSaver;
  createRows: typeof import('./script-rows').createRows;
  createSideView: typeof import('./script-side-view').createSideView;
  createPageList: typeof import('./script-page-list').createPageList;
}
