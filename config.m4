PHP_ARG_ENABLE([uvstream], [whether to enable uvstream support],
  [AS_HELP_STRING([--enable-uvstream], [Enable uvstream (libuv-backed socket transports)])])
PHP_ARG_WITH([uvstream-libuv], [for a non-default libuv prefix],
  [AS_HELP_STRING([[--with-uvstream-libuv[=DIR]]], [uvstream: libuv prefix (default: pkg-config)])], [no], [no])
PHP_ARG_ENABLE([uvstream-dev], [whether to build uvstream with developer warnings],
  [AS_HELP_STRING([--enable-uvstream-dev], [uvstream: -Wall -Wextra -Werror])], [no], [no])

if test "$PHP_UVSTREAM" != "no"; then
  PHP_REQUIRE_CXX()
  PHP_CXX_COMPILE_STDCXX([17], [mandatory], [PHP_UVSTREAM_STDCXX])

  AS_IF([test "$PHP_UVSTREAM_LIBUV" != "no" && test "$PHP_UVSTREAM_LIBUV" != "yes"], [
    PKG_CONFIG_PATH="$PHP_UVSTREAM_LIBUV/$PHP_LIBDIR/pkgconfig:$PHP_UVSTREAM_LIBUV/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
    export PKG_CONFIG_PATH
  ])
  PKG_CHECK_MODULES([LIBUV], [libuv >= 1.42.0])
  PHP_EVAL_INCLINE([$LIBUV_CFLAGS])
  PHP_EVAL_LIBLINE([$LIBUV_LIBS], [UVSTREAM_SHARED_LIBADD])
  PHP_SUBST([UVSTREAM_SHARED_LIBADD])

  dnl By layer, lowest first; each includes only what stands above it here.
  uvstream_sources="
    ext_src/base/socket_descriptor_windows.cpp
    ext_src/base/stay_loaded.cpp
    ext_src/address/endpoint.cpp
    ext_src/address/socket_address.cpp
    ext_src/loop/event_loop.cpp
    ext_src/loop/event_loop_unix.cpp
    ext_src/loop/event_loop_windows.cpp
    ext_src/loop/failed_names.cpp
    ext_src/loop/fork_watch.cpp
    ext_src/loop/jobs.cpp
    ext_src/loop/lookup.cpp
    ext_src/loop/low_numbers.cpp
    ext_src/loop/mailbox.cpp
    ext_src/loop/own_signals.cpp
    ext_src/loop/own_signals_windows.cpp
    ext_src/loop/poll_set.cpp
    ext_src/loop/poll_wait.cpp
    ext_src/loop/resolver.cpp
    ext_src/loop/slots.cpp
    ext_src/loop/wait_line.cpp
    ext_src/loop/watcher_table.cpp
    ext_src/sched/dispatcher.cpp
    ext_src/sched/exclusive.cpp
    ext_src/sched/ready_queue.cpp
    ext_src/sched/scheduler.cpp
    ext_src/sched/selector.cpp
    ext_src/sched/strand.cpp
    ext_src/sched/strand_line.cpp
    ext_src/sched/timer_heap.cpp
    ext_src/sched/turns.cpp
    ext_src/net/connector.cpp
    ext_src/net/describe.cpp
    ext_src/net/instant.cpp
    ext_src/net/listener.cpp
    ext_src/net/open_socket.cpp
    ext_src/net/stand_in.cpp
    ext_src/net/transfer.cpp
    ext_src/net/tries.cpp
    ext_src/net/wait.cpp
    ext_src/zend/bailout.cpp
    ext_src/zend/exception_chain.cpp
    ext_src/zend/frames.cpp
    ext_src/zend/globals.cpp
    ext_src/zend/ini.cpp
    ext_src/zend/interrupt.cpp
    ext_src/zend/pipe_signal.cpp
    ext_src/zend/report.cpp
    ext_src/zend/signals.cpp
    ext_src/zend/soap_call.cpp
    ext_src/zend/task_report.cpp
    ext_src/zend/xml_loading.cpp
    ext_src/libraries/calling_thread.cpp
    ext_src/libraries/child_processes.cpp
    ext_src/libraries/commands.cpp
    ext_src/libraries/connection_calls.cpp
    ext_src/libraries/connection_guard.cpp
    ext_src/libraries/connection_turns.cpp
    ext_src/libraries/descriptors_wait.cpp
    ext_src/libraries/fifo_open.cpp
    ext_src/libraries/file_locks.cpp
    ext_src/libraries/import_slots.cpp
    ext_src/libraries/libpq_calls.cpp
    ext_src/libraries/library_calls.cpp
    ext_src/libraries/library_imports.cpp
    ext_src/libraries/library_loading.cpp
    ext_src/libraries/name_calls.cpp
    ext_src/libraries/name_server_call.cpp
    ext_src/libraries/own_descriptors.cpp
    ext_src/libraries/poll_call.cpp
    ext_src/libraries/replaced_calls.cpp
    ext_src/libraries/select_call.cpp
    ext_src/libraries/signal_call.cpp
    ext_src/libraries/signal_waits.cpp
    ext_src/libraries/sleep_calls.cpp
    ext_src/libraries/socket_calls.cpp
    ext_src/libraries/socket_wait.cpp
    ext_src/libraries/system_v_ipc.cpp
    ext_src/libraries/thread_join.cpp
    ext_src/task/autoload_gate.cpp
    ext_src/task/body.cpp
    ext_src/task/callable.cpp
    ext_src/task/channel.cpp
    ext_src/task/channel_object.cpp
    ext_src/task/collector.cpp
    ext_src/task/dump.cpp
    ext_src/task/engine_parts.cpp
    ext_src/task/engine_state.cpp
    ext_src/task/entry.cpp
    ext_src/task/failed_waits.cpp
    ext_src/task/fiber_face.cpp
    ext_src/task/group.cpp
    ext_src/task/group_object.cpp
    ext_src/task/join.cpp
    ext_src/task/local_object.cpp
    ext_src/task/locals.cpp
    ext_src/task/mappings.cpp
    ext_src/task/may_switch.cpp
    ext_src/task/outcome.cpp
    ext_src/task/output_stack.cpp
    ext_src/task/root_frame.cpp
    ext_src/task/scopes.cpp
    ext_src/task/script_end.cpp
    ext_src/task/spawning.cpp
    ext_src/task/stack_pool.cpp
    ext_src/task/switching.cpp
    ext_src/task/task.cpp
    ext_src/task/task_object.cpp
    ext_src/task/tasks.cpp
    ext_src/task/whereabouts.cpp
    ext_src/stream/buffer_place.cpp
    ext_src/stream/context_options.cpp
    ext_src/stream/descriptors.cpp
    ext_src/stream/ops_tables.cpp
    ext_src/stream/parking_streams.cpp
    ext_src/stream/persistent_streams.cpp
    ext_src/stream/php_wrapper.cpp
    ext_src/stream/plain/client_ops.cpp
    ext_src/stream/plain/message_ops.cpp
    ext_src/stream/plain/peer.cpp
    ext_src/stream/plain/read_write.cpp
    ext_src/stream/plain/server_ops.cpp
    ext_src/stream/read_buffer.cpp
    ext_src/stream/select/selection.cpp
    ext_src/stream/spare_buffer.cpp
    ext_src/stream/state.cpp
    ext_src/stream/stdio/standard_output.cpp
    ext_src/stream/stdio/stdio_ops.cpp
    ext_src/stream/stdio/stdio_read_write.cpp
    ext_src/stream/strand_notes.cpp
    ext_src/stream/stream_ops.cpp
    ext_src/stream/timeout.cpp
    ext_src/stream/tls/behind_handshake.cpp
    ext_src/stream/tls/close_notify.cpp
    ext_src/stream/tls/crypto_option.cpp
    ext_src/stream/tls/early_bytes.cpp
    ext_src/stream/tls/handshake.cpp
    ext_src/stream/tls/lazy_handshake.cpp
    ext_src/stream/tls/taken_bytes.cpp
    ext_src/stream/tls/tls_operation.cpp
    ext_src/stream/tls/tls_read.cpp
    ext_src/stream/tls/tls_state.cpp
    ext_src/stream/tls/tls_transports.cpp
    ext_src/stream/tls/tls_wait.cpp
    ext_src/stream/tls/tls_wants.cpp
    ext_src/stream/tls/tls_write.cpp
    ext_src/stream/transport_table.cpp
    ext_src/stream/use/call_arguments.cpp
    ext_src/stream/use/closing.cpp
    ext_src/stream/use/exchange.cpp
    ext_src/stream/use/fiber_waits.cpp
    ext_src/stream/use/stream_use.cpp
    ext_src/stream/use/taking.cpp
    ext_src/stream/use/used_streams.cpp
    ext_src/stream/use/warning_watch.cpp
    ext_src/php/arguments.cpp
    ext_src/php/channel_methods.cpp
    ext_src/php/client_functions.cpp
    ext_src/php/close_guard.cpp
    ext_src/php/connection_functions.cpp
    ext_src/php/crypto_functions.cpp
    ext_src/php/curl_functions.cpp
    ext_src/php/dump_requests.cpp
    ext_src/php/extension_turns.cpp
    ext_src/php/fiber_methods.cpp
    ext_src/php/load_functions.cpp
    ext_src/php/metrics.cpp
    ext_src/php/module_info.cpp
    ext_src/php/own_names.cpp
    ext_src/php/pair_functions.cpp
    ext_src/php/peers.cpp
    ext_src/php/read_functions.cpp
    ext_src/php/replaced_functions.cpp
    ext_src/php/scope_methods.cpp
    ext_src/php/seconds.cpp
    ext_src/php/select_functions.cpp
    ext_src/php/server_functions.cpp
    ext_src/php/session_functions.cpp
    ext_src/php/signal_functions.cpp
    ext_src/php/strand_hooks.cpp
    ext_src/php/task_classes.cpp
    ext_src/php/task_functions.cpp
    ext_src/php/task_methods.cpp
    ext_src/php/turn.cpp
    ext_src/php/uvstream.cpp
    ext_src/php/wait_functions.cpp
  "
  uvstream_cxxflags="$PHP_UVSTREAM_STDCXX -fno-exceptions -fno-rtti -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1 -I@ext_srcdir@/include -fvisibility=hidden -fvisibility-inlines-hidden"
  AS_IF([test "$PHP_UVSTREAM_DEV" = "yes"],
    [uvstream_cxxflags="$uvstream_cxxflags -Wall -Wextra -Wno-unused-parameter -Werror"])

  dnl What php --ri says of it: a string of C.
  uvstream_configured_with=$(AS_ECHO(["$ac_configure_args"]) | sed 's/^ *//; s/[["\\]]/\\&/g')
  AC_DEFINE_UNQUOTED([UVSTREAM_CONFIGURED_WITH], ["$uvstream_configured_with"], [uvstream: the arguments of configure.])

  PHP_NEW_EXTENSION([uvstream], [$uvstream_sources], [$ext_shared],, [$uvstream_cxxflags], [yes])
  dnl By phpize only: in php-src's tree the rule is for all extensions.
  AS_IF([test "$ext_builddir" = "."], [PHP_ADD_MAKEFILE_FRAGMENT])
  PHP_ADD_BUILD_DIR([$ext_builddir/ext_src])
  for uvstream_folder in base address loop sched net zend libraries task stream stream/plain stream/select stream/stdio stream/tls stream/use php; do
    PHP_ADD_BUILD_DIR([$ext_builddir/ext_src/$uvstream_folder])
  done
  PHP_ADD_EXTENSION_DEP([uvstream], [openssl], [true])
  PHP_ADD_EXTENSION_DEP([uvstream], [sockets], [true])
  PHP_ADD_EXTENSION_DEP([uvstream], [pcntl], [true])
  PHP_ADD_EXTENSION_DEP([uvstream], [session], [true])
  PHP_ADD_EXTENSION_DEP([uvstream], [soap], [true])
fi
