package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/api/operatorservice/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

// prepareNamespace waits until the namespace answers and adds the search attributes it does not have yet.
func prepareNamespace(ctx context.Context, opts options) error {
	connection, err := grpc.NewClient(hostPort(opts.ip, opts.port), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer func() { _ = connection.Close() }()
	ctx, cancel := context.WithTimeout(ctx, 60*time.Second)
	defer cancel()

	workflows := workflowservice.NewWorkflowServiceClient(connection)
	if err := retry(ctx, func() error {
		_, err := workflows.DescribeNamespace(ctx, &workflowservice.DescribeNamespaceRequest{Namespace: opts.namespace})
		return err
	}); err != nil {
		return fmt.Errorf("the namespace %s did not answer: %w", opts.namespace, err)
	}
	if len(opts.searchAttributes) == 0 {
		return nil
	}
	operator := operatorservice.NewOperatorServiceClient(connection)
	if err := retry(ctx, func() error { return addSearchAttributes(ctx, operator, opts) }); err != nil {
		return fmt.Errorf("the search attributes could not be added: %w", err)
	}
	return nil
}

func addSearchAttributes(ctx context.Context, operator operatorservice.OperatorServiceClient, opts options) error {
	present, err := operator.ListSearchAttributes(ctx, &operatorservice.ListSearchAttributesRequest{Namespace: opts.namespace})
	if err != nil {
		return err
	}
	missing := map[string]enumspb.IndexedValueType{}
	for name, kind := range opts.searchAttributes {
		if _, ok := present.GetCustomAttributes()[name]; !ok {
			missing[name] = kind
		}
	}
	if len(missing) == 0 {
		return nil
	}
	_, err = operator.AddSearchAttributes(ctx, &operatorservice.AddSearchAttributesRequest{
		Namespace: opts.namespace, SearchAttributes: missing,
	})
	return err
}

// retry repeats what a server that is still starting refuses; a wrong argument is not repeated.
func retry(ctx context.Context, try func() error) error {
	for {
		err := try()
		var invalid *serviceerror.InvalidArgument
		if err == nil || errors.As(serviceerror.FromStatus(serviceerror.ToStatus(err)), &invalid) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(50 * time.Millisecond):
		}
	}
}
