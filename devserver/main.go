// Command devserver runs a Temporal server with its database in one SQLite file (or in memory) and the Temporal UI, in
// one process and on loopback only. It takes the flags of `temporal server start-dev`, so that either of the two can be
// started with the same list of arguments. It is for a laptop, tests and demonstrations; production runs a cluster.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	uiserver "github.com/temporalio/ui-server/v2/server"
	uiconfig "github.com/temporalio/ui-server/v2/server/config"
	uioptions "github.com/temporalio/ui-server/v2/server/server_options"
	uiversion "github.com/temporalio/ui-server/v2/server/version"
	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/server/common/authorization"
	"go.temporal.io/server/common/cluster"
	"go.temporal.io/server/common/config"
	"go.temporal.io/server/common/dynamicconfig"
	"go.temporal.io/server/common/headers"
	"go.temporal.io/server/common/log"
	"go.temporal.io/server/common/membership/static"
	sqliteplugin "go.temporal.io/server/common/persistence/sql/sqlplugin/sqlite"
	"go.temporal.io/server/common/primitives"
	"go.temporal.io/server/common/testing/freeport"
	"go.temporal.io/server/schema/sqlite"
	"go.temporal.io/server/temporal"
	"google.golang.org/protobuf/types/known/durationpb"
)

// options are the command line's flags, named as in the Temporal CLI (except --retention, which it lacks).
type options struct {
	ip, dbFilename, namespace, uiCodecEndpoint, logLevel string
	port, uiPort                                         int
	headless                                             bool
	retention                                            time.Duration
	searchAttributes                                     map[string]enumspb.IndexedValueType
	dynamicConfig                                        dynamicconfig.StaticClient
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "devserver:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	// The CLI's own words before its flags are accepted, so that the argument list is the same.
	if len(args) >= 2 && args[0] == "server" && args[1] == "start-dev" {
		args = args[2:]
	}
	opts, showVersion, err := parse(args)
	if errors.Is(err, flag.ErrHelp) {
		return nil
	}
	if err != nil {
		return err
	}
	if showVersion {
		fmt.Printf("afterview devserver (Server %s, UI %s)\n", headers.ServerVersion, uiversion.UIVersion)
		return nil
	}

	// Catching signals before anything is written means that an early Ctrl-C still closes the database in order.
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()

	server, err := newServer(opts)
	if err != nil {
		return err
	}
	if err := server.Start(); err != nil {
		return fmt.Errorf("the server did not start: %w", err)
	}
	if err := prepareNamespace(ctx, opts); err != nil && ctx.Err() == nil {
		_ = server.Stop()
		return err
	}

	if !opts.headless {
		ui := newUI(opts)
		go func() { _ = ui.Start() }()
		defer ui.Stop()
	}
	fmt.Printf("ready temporal=%s ui=%s\n", hostPort(opts.ip, opts.port), uiAddress(opts))

	<-ctx.Done()
	release() // a second signal ends the process at once
	stopped := make(chan error, 1)
	go func() { stopped <- server.Stop() }()
	select {
	case err := <-stopped:
		return err
	case <-time.After(10 * time.Second):
		return errors.New("the server did not stop in time; what it acknowledged is in its database all the same")
	}
}

func parse(args []string) (options, bool, error) {
	opts := options{
		searchAttributes: map[string]enumspb.IndexedValueType{},
		// What the CLI sets too: a search attribute just added is usable at once, and nothing calls home.
		dynamicConfig: dynamicconfig.StaticClient{
			dynamicconfig.MakeKey("system.forceSearchAttributesCacheRefreshOnRead"): true,
			dynamicconfig.MakeKey("frontend.enableServerVersionCheck"):              false,
		},
	}
	flags := flag.NewFlagSet("devserver", flag.ContinueOnError)
	flags.StringVar(&opts.ip, "ip", "127.0.0.1", "loopback address to listen on")
	flags.IntVar(&opts.port, "port", 7233, "port of the frontend (gRPC)")
	flags.IntVar(&opts.uiPort, "ui-port", 0, "port of the Temporal UI (default: --port + 1000)")
	flags.BoolVar(&opts.headless, "headless", false, "run without the Temporal UI")
	flags.StringVar(&opts.dbFilename, "db-filename", "", "SQLite file that keeps everything over restarts (default: memory only)")
	flags.StringVar(&opts.namespace, "namespace", "default", "namespace made at the first start")
	flags.DurationVar(&opts.retention, "retention", 24*time.Hour, "how long a new namespace keeps closed workflows")
	flags.StringVar(&opts.uiCodecEndpoint, "ui-codec-endpoint", "", "codec server that the Temporal UI asks to decrypt payloads")
	flags.StringVar(&opts.logLevel, "log-level", "warn", "debug, info, warn or error")
	flags.Func("search-attribute", "`Name=Type`, added at this start if missing (repeatable)", func(text string) error {
		name, typeName, _ := strings.Cut(text, "=")
		kind, err := enumspb.IndexedValueTypeFromString(typeName)
		if name == "" || err != nil {
			return errors.New("expected Name=Type, with type Text, Keyword, Int, Double, Bool, Datetime or KeywordList")
		}
		opts.searchAttributes[name] = kind
		return nil
	})
	flags.Func("dynamic-config-value", "`key=value`, the value as JSON (repeatable)", func(text string) error {
		key, raw, found := strings.Cut(text, "=")
		var value any
		if err := json.Unmarshal([]byte(raw), &value); !found || err != nil {
			return errors.New("expected key=value, the value as JSON (a text in double quotes)")
		}
		// Settings that count things refuse a float, and JSON knows no integers.
		if number, ok := value.(float64); ok && number == float64(int(number)) {
			value = int(number)
		}
		opts.dynamicConfig[dynamicconfig.MakeKey(key)] = value
		return nil
	})
	showVersion := flags.Bool("version", false, "print the versions and end")
	if err := flags.Parse(args); err != nil {
		return opts, false, err
	}
	if flags.NArg() > 0 {
		return opts, false, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if address := net.ParseIP(opts.ip); address == nil || !address.IsLoopback() {
		return opts, false, fmt.Errorf("--ip %s is not a loopback address: this server has no access control", opts.ip)
	}
	if opts.uiPort == 0 {
		opts.uiPort = opts.port + 1000
	}
	return opts, *showVersion, nil
}

func newServer(opts options) (temporal.Server, error) {
	database := &config.SQL{
		PluginName:   sqliteplugin.PluginName,
		DatabaseName: opts.dbFilename,
		// Write-ahead log and full sync: an acknowledged step is on the disk, whatever happens to the process.
		ConnectAttributes: map[string]string{"mode": "rwc", "_journal_mode": "wal", "_synchronous": "2"},
	}
	if opts.dbFilename == "" {
		database.DatabaseName = "memory"
		database.ConnectAttributes = map[string]string{"mode": "memory", "cache": "shared"}
	}
	const clusterName = "active"
	namespace, err := sqlite.NewNamespaceConfig(clusterName, opts.namespace, false, nil)
	if err != nil {
		return nil, err
	}
	namespace.Detail.Config.Retention = durationpb.New(opts.retention)
	if err := setUpDatabase(database, namespace); err != nil {
		return nil, err
	}

	frontend := hostPort(opts.ip, opts.port)
	services := map[string]config.Service{
		"frontend": {RPC: config.RPC{GRPCPort: opts.port, BindOnIP: opts.ip}},
		"history":  internalService(),
		"matching": internalService(),
		"worker":   internalService(),
	}
	// All in this process, so nobody has to be found. Found by gossip, the addresses of the last run, which the database
	// keeps, would be tried first for most of a minute.
	hosts := map[primitives.ServiceName]static.Hosts{}
	for name, service := range services {
		hosts[primitives.ServiceName(name)] = static.SingleLocalHost(hostPort("127.0.0.1", service.RPC.GRPCPort))
	}
	hosts[primitives.FrontendService] = static.SingleLocalHost(frontend)
	cfg := &config.Config{
		Persistence: config.Persistence{
			DefaultStore:     sqliteplugin.PluginName,
			VisibilityStore:  sqliteplugin.PluginName,
			NumHistoryShards: 1,
			DataStores:       map[string]config.DataStore{sqliteplugin.PluginName: {SQL: database}},
		},
		ClusterMetadata: &cluster.Config{
			FailoverVersionIncrement: 10,
			MasterClusterName:        clusterName,
			CurrentClusterName:       clusterName,
			ClusterInformation: map[string]cluster.ClusterInformation{
				clusterName: {Enabled: true, InitialFailoverVersion: 1, RPCAddress: frontend},
			},
		},
		DCRedirectionPolicy: config.DCRedirectionPolicy{Policy: "noop"},
		Services:            services,
		Archival: config.Archival{
			History:    config.HistoryArchival{State: "disabled"},
			Visibility: config.VisibilityArchival{State: "disabled"},
		},
		NamespaceDefaults: config.NamespaceDefaults{Archival: config.ArchivalNamespaceDefaults{
			History:    config.HistoryArchivalNamespaceDefaults{State: "disabled"},
			Visibility: config.VisibilityArchivalNamespaceDefaults{State: "disabled"},
		}},
		PublicClient: config.PublicClient{HostPort: frontend},
	}
	return temporal.NewServer(
		temporal.WithConfig(cfg),
		temporal.WithStaticHosts(hosts),
		temporal.ForServices(temporal.DefaultServices),
		temporal.WithLogger(log.NewZapLogger(log.BuildZapLogger(log.Config{Level: opts.logLevel, Format: "console"}))),
		temporal.WithDynamicConfigClient(opts.dynamicConfig),
		temporal.WithAuthorizer(authorization.NewNoopAuthorizer()),
	)
}

// setUpDatabase makes schema and namespace where they are missing. A memory database is filled by the server itself.
func setUpDatabase(database *config.SQL, namespace *sqlite.NamespaceConfig) error {
	if database.ConnectAttributes["mode"] == "rwc" {
		if info, err := os.Stat(database.DatabaseName); err != nil || info.Size() == 0 {
			if err := writeSchema(database); err != nil {
				return fmt.Errorf("the database %s could not be set up: %w", database.DatabaseName, err)
			}
		}
	}
	return sqlite.CreateNamespaces(database, namespace)
}

// writeSchema fills a file beside the wanted one and renames it, so that an interrupted first start leaves no
// half-made database which every later start would take for a finished one.
func writeSchema(database *config.SQL) error {
	draft := *database
	draft.DatabaseName = database.DatabaseName + ".new"
	// Without a write-ahead log all of it is in the one file that is renamed.
	draft.ConnectAttributes = map[string]string{"mode": "rwc"}
	for _, leftover := range []string{draft.DatabaseName, draft.DatabaseName + "-journal"} {
		if err := os.Remove(leftover); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	if err := sqlite.SetupSchema(&draft); err != nil {
		return err
	}
	return os.Rename(draft.DatabaseName, database.DatabaseName)
}

func internalService() config.Service {
	return config.Service{RPC: config.RPC{
		GRPCPort:        freeport.MustGetFreePort(),
		BindOnLocalHost: true,
	}}
}

func newUI(opts options) *uiserver.Server {
	return uiserver.NewServer(uioptions.WithConfigProvider(&uiconfig.Config{
		TemporalGRPCAddress: hostPort(opts.ip, opts.port),
		Host:                opts.ip,
		Port:                opts.uiPort,
		EnableUI:            true,
		DefaultNamespace:    opts.namespace,
		DisableNewsFetch:    true,
		HideLogs:            true,
		// Plain HTTP on loopback: a browser would drop a cookie marked secure.
		CORS:  uiconfig.CORS{CookieInsecure: true},
		Codec: uiconfig.Codec{Endpoint: opts.uiCodecEndpoint},
	}))
}

func uiAddress(opts options) string {
	if opts.headless {
		return "none"
	}
	return "http://" + hostPort(opts.ip, opts.uiPort)
}

func hostPort(ip string, port int) string {
	return net.JoinHostPort(ip, strconv.Itoa(port))
}
