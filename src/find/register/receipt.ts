import type { Way } from './draft.ts'
import type { Next } from './what-next.ts'

/** The receipt of a registration as plain text; it names nobody but the carer, as others may read it. */
export function receiptText(of: {
  readonly way: Way
  readonly name: string
  readonly reference: string
  readonly next: Next
}): { readonly subject: string; readonly body: string } {
  const { way, name, reference, next } = of
  const ring =
    next.telephone === null
      ? ''
      : `Has something changed, or can you not wait? Ring ${next.telephone}. `
  const lines = [
    `Dear ${name}`,
    way === 'young'
      ? 'Thank you for telling us about you. That was a good thing to do.'
      : 'Thank you for telling us that you look after someone.',
    `Your reference is ${reference}. You can read it out when you ring us.`,
    `What happens next: ${next.who} reads what you told us by ${next.readBy}, and gets in touch the way you chose by ${next.reachedBy} at the latest.`,
    `${ring}If someone is in danger, ring 999.`,
    next.who,
  ]
  return { subject: `We have what you told us: ${reference}`, body: `${lines.join('\n\n')}\n` }
}
