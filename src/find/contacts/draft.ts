/** The name under which a contact that is being typed is kept. */
export const contactDraft = 'contact'
