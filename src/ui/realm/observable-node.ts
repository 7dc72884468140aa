const observable = new WeakMap<Node, Node>();

/** Says which node may be observed in the place of a document façade. */
export function setObservable(facade: Node, node: Node): void {
  observable.set(facade, node);
}

export function observableOf(node: Node): Node {
  return observable.get(node) ?? node;
}
