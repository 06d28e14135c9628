import type { Run, Text } from './document.ts'

/** A text as its runs, each with how it is set, and the side from which it is read. */
export type Words = {
  readonly runs: readonly {
    readonly text: string
    readonly strong: boolean
    readonly href: string
  }[]
  readonly fromRight: boolean
}

export function words(text: Text): Words {
  const runs = (typeof text === 'string' ? [text] : text).map((run) => ({
    text: runText(run),
    strong: typeof run === 'object' && 'strong' in run,
    href: typeof run === 'object' && 'link' in run && isSafeAddress(run.href) ? run.href : '',
  }))
  return { runs, fromRight: readsFromRight(runs.map((run) => run.text).join('')) }
}

function runText(run: Run): string {
  if (typeof run === 'string') return run
  return 'strong' in run ? run.strong : run.link
}

/** Whether an address may stand behind a link: the web, mail or a telephone, and never a script. */
const isSafeAddress = (href: string): boolean =>
  /^(?:https?:\/\/|mailto:|tel:)[\u0021-\u007e]+$/.test(href)

/** Whether a text begins in a script that is read from the right, such as Urdu's. */
function readsFromRight(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first)
}
