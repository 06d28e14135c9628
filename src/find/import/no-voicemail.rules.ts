const wishes: readonly RegExp[] = [
  /\b(?:do not|don['’]?t|dont|never|not to) leave (?:a |any )?(?:message|voice ?-?mail|answer ?-?phone)/i,
  /\bno (?:voice ?-?mails?|answer ?-?phone|answering machine)\b/i,
  /\bno messages? (?:on|left|to be left)\b/i,
]

/**
 * Whether a note of a previous system asks that no message is left on the telephone: whoever shares the
 * house may hear it, so it is the rule by which we ring (DAPB1605, how somebody is reached safely), not
 * only a note. The note stays as it was written.
 */
export function asksForNoVoicemail(note: string | null | undefined): boolean {
  return note !== null && note !== undefined && wishes.some((wish) => wish.test(note))
}
