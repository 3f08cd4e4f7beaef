/** What a person can mend about the store that servers share: said in one sentence, without a stack. */
export class StoreProblem extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'StoreProblem'
  }
}
