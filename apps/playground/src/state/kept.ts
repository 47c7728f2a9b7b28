/** What the browser keeps for this page. Where it keeps nothing (a sandbox, a private window), choices last until the page closes. */

type Store = 'localStorage' | 'sessionStorage';

export function kept(key: string, store: Store = 'localStorage'): string | undefined {
  try {
    return self[store].getItem(`softlens.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(key: string, value: string, store: Store = 'localStorage'): void {
  try {
    self[store].setItem(`softlens.${key}`, value);
  } catch {
    // Forgetting a choice harms nobody.
  }
}
