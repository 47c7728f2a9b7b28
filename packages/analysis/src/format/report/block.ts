/** What is said of a value, in words but without layout: editors render blocks as Markdown, the command line as text. */

export type Block =
  /** `title → value`, `title = value`, `title: value`; words instead of a value are no code. */
  | {
      readonly kind: 'headline';
      readonly title: string;
      readonly relation: '→' | '=' | ':';
      readonly value?: string;
      readonly words?: string;
    }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly align: readonly Align[];
      readonly rows: readonly (readonly Cell[])[];
      readonly more?: string;
    }
  /** Lines as they are, each below the other. */
  | { readonly kind: 'code'; readonly text: string }
  /** One line; what stands in backticks is code. */
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'about'; readonly text: string; readonly link: { readonly text: string; readonly url: string } };

export type Align = 'left' | 'right';
export type Cell = string | { readonly text: string; readonly style: 'code' | 'strong' };

export function line(text: string): Block[] {
  return text === '' ? [] : [{ kind: 'line', text }];
}
