import { PlaintextSetting } from './weak-settings';

/** `DISABLE`, or for a port `port 8081 DISABLE`. */
export function settingText({ mode, workloadPort }: PlaintextSetting): string {
  return workloadPort === undefined ? mode : `port ${workloadPort} ${mode}`;
}

/** Where the settings stand: the very field of one, or what holds them all. */
export function settingPath(settings: readonly PlaintextSetting[]): string {
  const [first] = settings;
  if (first.workloadPort === undefined) { return 'spec.mtls.mode'; }
  return settings.length === 1 ? `spec.portLevelMtls.${first.workloadPort}.mode` : 'spec.portLevelMtls';
}
