/** The same function, which makes something once for each object that it is asked for, and keeps it as long as the object. The objects must never change. */
export function onceForEach<K extends object, V extends object>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    let value = made.get(key);
    if (!value) made.set(key, (value = make(key)));
    return value;
  };
}
