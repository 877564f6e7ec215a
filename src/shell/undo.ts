/** 撤回: for so long a step of a dispatcher stays on the phone. */
export const STEP_UNDO_MS = 5000

/** 长辈版: for so long anything does that old hands may have tapped by a slip. */
export const ELDER_UNDO_MS = 10_000
