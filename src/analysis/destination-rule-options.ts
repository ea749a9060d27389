/** Who asks for which host. */
export interface DestinationRuleOptions {
  /** The namespace of the client. */
  readonly clientNamespace: string;

  /**
   * Labels of the client's pods, for rules with a workloadSelector.
   *
   * @default - none
   */
  readonly clientLabels?: { [key: string]: string };

  /** The full host, such as "reviews.prod.svc.cluster.local". */
  readonly host: string;

  /**
   * Where the Service or ServiceEntry lives.
   *
   * @default - the input's object with that host says it, else the host name
   */
  readonly serviceNamespace?: string;

  /**
   * The port that the client dials.
   *
   * @default - settings of the rule as a whole
   */
  readonly servicePort?: number;

  /**
   * The subset that a route chose.
   *
   * @default - none
   */
  readonly subset?: string;

  /**
   * The mesh.
   *
   * @default - that of the scope, or the only one
   */
  readonly mesh?: string;
}
