/** The page of the explorer. */
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Outcome, ToPage } from '../protocol.ts';
import { type ExplorerState, emptyState } from '../state.ts';
import { ExplorerContext } from './context.ts';
import { Controls } from './controls.tsx';
import { Formulas } from './formulas.tsx';
import { Header } from './header.tsx';
import { Heads } from './heads.tsx';
import { keep, kept, listen, tell } from './host.ts';
import { Logits } from './logits.tsx';
import { Measures } from './measures.tsx';
import { view } from './model.ts';
import { Pictures } from './pictures.tsx';
import { PrecisionTable } from './precision-table.tsx';
import { Stages } from './stages.tsx';
import { type PageLanguage, speaker } from './words.ts';

const language: PageLanguage = document.documentElement.lang === 'zh-CN' ? 'zh-cn' : 'en';
const say = speaker(language);

function Page({ start }: { readonly start: ExplorerState }) {
  const [state, setState] = useState(start);
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => listen((message) => take(message, setState, setOutcome)), []);
  useEffect(() => keep(state), [state]);
  useEffect(() => tell({ type: 'ready', origin: start.origin }), [start]);
  const shown = useMemo(() => view(state), [state]);
  const explorer = useMemo(
    () => ({
      state,
      view: shown,
      say,
      language,
      change: (update: (before: ExplorerState) => ExplorerState) => {
        setOutcome(undefined);
        setState(update);
      },
    }),
    [state, shown],
  );
  return (
    <ExplorerContext.Provider value={explorer}>
      <Header outcome={outcome} />
      <main>
        <Logits />
        <Controls />
        <Pictures />
        <Measures />
        <Stages />
        <Heads />
        <PrecisionTable />
        <Formulas />
      </main>
    </ExplorerContext.Provider>
  );
}

function take(
  message: ToPage,
  setState: (update: (state: ExplorerState) => ExplorerState) => void,
  setOutcome: (outcome: Outcome | undefined) => void,
): void {
  switch (message.type) {
    case 'open':
      setOutcome(undefined);
      // Only the extension knows the source; what was folded here stays so.
      setState(({ folded, head, features }) => ({ ...message.state, folded, head, features }));
      return;
    case 'origin':
      // Which row is looked at is the page's to say.
      setState((state) => ({
        ...state,
        origin: { ...message.origin, chosen: state.origin?.chosen ?? message.origin.chosen },
      }));
      return;
    case 'outcome':
      setOutcome(message.outcome);
  }
}

render(<Page start={kept() ?? emptyState} />, document.body);
