export interface OperationInfo {
  readonly roles: readonly string[];
  readonly does: string;
}
