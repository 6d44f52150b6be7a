// Command envoy-types prints every Protobuf message that istiod and istioctl know, as the data that
// `heddle check` reads the patches of an EnvoyFilter by. From the folder of this module:
//
//	go run -trimpath ./envoy-types > ../../../rules/schema/envoy-filter/envoy-types.json
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"sort"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"

	_ "istio.io/istio/istioctl/cmd"
	_ "istio.io/istio/pilot/cmd/pilot-discovery/app"
)

// Packages whose messages are named, not described: nobody configures an Envoy with them.
var foreign = []string{"agentgateway.", "config.", "envoy.admin.", "gnostic.", "google.api.", "grpc.", "io.prometheus.",
	"istio.", "openapi.", "pb.", "validate."}

type message map[string]string

func main() {
	messages := map[string]message{}
	enums := map[string][]string{}
	protoregistry.GlobalTypes.RangeMessages(func(found protoreflect.MessageType) bool {
		describe(found.Descriptor(), messages, enums)
		return true
	})
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprintf(out, "{\n\"source\": %q,\n\"enums\": {\n", version("istio.io/istio"))
	print(out, enums)
	fmt.Fprint(out, "},\n\"messages\": {\n")
	print(out, messages)
	fmt.Fprint(out, "}\n}\n")
}

func describe(of protoreflect.MessageDescriptor, messages map[string]message, enums map[string][]string) {
	name := string(of.FullName())
	messages[name] = nil
	for _, prefix := range foreign {
		if strings.HasPrefix(name, prefix) && !strings.HasPrefix(name, "istio.envoy.") {
			return
		}
	}
	fields := message{}
	for i := 0; i < of.Fields().Len(); i++ {
		field := of.Fields().Get(i)
		fields[field.JSONName()] = typeOf(field, enums)
	}
	messages[name] = fields
}

// typeOf names a type as `uint32`, `[]string`, `{string}envoy.type.v3.Percent`.
func typeOf(field protoreflect.FieldDescriptor, enums map[string][]string) string {
	switch {
	case field.IsMap():
		return "{" + scalar(field.MapKey(), enums) + "}" + scalar(field.MapValue(), enums)
	case field.IsList():
		return "[]" + scalar(field, enums)
	}
	return scalar(field, enums)
}

func scalar(field protoreflect.FieldDescriptor, enums map[string][]string) string {
	switch kind := field.Kind(); kind {
	case protoreflect.MessageKind, protoreflect.GroupKind:
		return string(field.Message().FullName())
	case protoreflect.EnumKind:
		name := string(field.Enum().FullName())
		values := field.Enum().Values()
		enums[name] = make([]string, values.Len())
		for i := range enums[name] {
			enums[name][i] = string(values.Get(i).Name())
		}
		return name
	case protoreflect.Sint32Kind, protoreflect.Sfixed32Kind:
		return "int32"
	case protoreflect.Sint64Kind, protoreflect.Sfixed64Kind:
		return "int64"
	case protoreflect.Fixed32Kind:
		return "uint32"
	case protoreflect.Fixed64Kind:
		return "uint64"
	default:
		return kind.String()
	}
}

// print writes one entry a line, in order.
func print[Value any](out *bufio.Writer, entries map[string]Value) {
	names := make([]string, 0, len(entries))
	for name := range entries {
		names = append(names, name)
	}
	sort.Strings(names)
	for index, name := range names {
		text, err := json.Marshal(entries[name])
		if err != nil {
			panic(err)
		}
		end := ","
		if index == len(names)-1 {
			end = ""
		}
		fmt.Fprintf(out, "%q: %s%s\n", name, text, end)
	}
}

func version(module string) string {
	info, _ := debug.ReadBuildInfo()
	for _, each := range info.Deps {
		if each.Path == module {
			return module + " " + each.Version
		}
	}
	panic("not built with " + module)
}
