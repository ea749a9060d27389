import { Construct } from 'constructs';
import { MeshProfileProps } from './mesh-profile-props';
import { markClass } from '../tree/construct-mark';
import { declareProfile, profileOf } from '../tree/profile-declaration';
import { register } from '../tree/registration';
import { meshSettings } from './policy/mesh-settings';

/**
 * Tells what manifests cannot: where the root namespace is, which domain the cluster has, whether this App is all there is.
 *
 * A profile applies to the construct it is placed in and to everything below; the nearest one counts. Profiles with equal `mesh` names
 * describe one mesh and must not contradict each other. It writes no YAML.
 *
 * @example
 *
 * import { App } from 'cdk8s';
 * import { MeshProfile } from 'cdk8s-istio-mtls';
 *
 * const app = new App();
 * new MeshProfile(app, 'profile', { rootNamespace: 'istio-config', clusterDomain: 'eu1.example' });
 */
export class MeshProfile extends Construct {
  constructor(scope: Construct, id: string, props: MeshProfileProps = {}) {
    const settings = meshSettings(props);
    super(scope, id);
    declareProfile(this, settings);
    register(this);
  }

  /** The name of the mesh. */
  public get mesh(): string {
    return profileOf(this).mesh;
  }

  /** The namespace whose policies hold for the whole mesh. */
  public get rootNamespace(): string {
    return profileOf(this).rootNamespace;
  }

  /** The DNS domain of the cluster. */
  public get clusterDomain(): string {
    return profileOf(this).clusterDomain;
  }
}

markClass(MeshProfile, 'profile');
