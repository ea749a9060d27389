/** Of ten documents: two Deployments, two Services, three ConfigMaps with block scalars, and an object each of three Istio kinds. A mesh that works. */
export function corpus(documents: number): string {
  return Array.from({ length: documents }, (_, index) => MAKERS[index % MAKERS.length](Math.floor(index / MAKERS.length), index)).join('---\n');
}

type Maker = (application: number, index: number) => string;

const MAKERS: readonly Maker[] = [deployment, deployment, service, service, configMap, configMap, configMap, virtualService, policy, rule];

const placed = (kind: string, apiVersion: string, name: string, application: number) => `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
  namespace: team-${application % 100}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/managed-by: helm
`;

/** Deployments and Services come in pairs: the first of a pair is the application, the second its worker. */
const nameOf = (application: number, index: number) => `${index % 2 === 0 ? 'app' : 'worker'}-${application}`;

function deployment(application: number, index: number): string {
  const name = nameOf(application, index);
  return `${placed('Deployment', 'apps/v1', name, application)}spec:
  replicas: 3
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
        version: v1
        sidecar.istio.io/inject: "true"
      annotations:
        prometheus.io/scrape: "false"
    spec:
      serviceAccountName: ${name}
      terminationGracePeriodSeconds: 30
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: main
          image: "registry.example/${name}:1.${application}.0"
          imagePullPolicy: IfNotPresent
          ports:
            - name: http
              containerPort: 8080
            - name: metrics
              containerPort: 9090
          env:
            - name: LOG_LEVEL
              value: "info"
            - name: BACKEND_URL
              value: http://worker-${application}:80/
            - name: POD_NAME
              valueFrom:
                fieldRef:
                  fieldPath: metadata.name
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              cpu: 500m
              memory: 512Mi
          volumeMounts:
            - name: config
              mountPath: /etc/app
              readOnly: true
          securityContext:
            allowPrivilegeEscalation: false
            capabilities:
              drop: [ALL]
      volumes:
        - name: config
          configMap:
            name: config-${index}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app: ${name}
`;
}

function service(application: number, index: number): string {
  const name = nameOf(application, index);
  return `${placed('Service', 'v1', name, application)}spec:
  selector:
    app: ${name}
  ports:
    - name: http
      port: 80
      targetPort: 8080
`;
}

function configMap(application: number, index: number): string {
  const lines = Array.from({ length: 8 }, (_, line) => `    setting.${line}: value ${line} of application ${application} --- not a marker\n`).join('');
  return `${placed('ConfigMap', 'v1', `config-${index}`, application)}data:
  application.yaml: |
${lines}  kind: none
`;
}

function virtualService(application: number): string {
  return `${placed('VirtualService', 'networking.istio.io/v1', `app-${application}`, application)}spec:
  hosts:
    - app-${application}
  http:
    - route:
        - destination:
            host: app-${application}
            port:
              number: 80
`;
}

function policy(application: number): string {
  return `${placed('PeerAuthentication', 'security.istio.io/v1', `app-${application}`, application)}spec:
  selector:
    matchLabels:
      app: app-${application}
  mtls:
    mode: STRICT
`;
}

function rule(application: number): string {
  return `${placed('DestinationRule', 'networking.istio.io/v1', `app-${application}`, application)}spec:
  host: app-${application}.team-${application % 100}.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`;
}
