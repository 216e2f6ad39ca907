#include "uvstream/php/functions.h"
#include "uvstream/stream/transport.h"

namespace uvstream::php {

namespace {

using EngineHook = void (*)(zend_execute_data*);
EngineHook previous_hook = nullptr;

void on_interrupt(zend_execute_data* execute_data) {
    free_doomed_streams();
    if (previous_hook != nullptr) previous_hook(execute_data);
}

// The stream behind an argument, if it is one of ours and somebody waits inside it.
php_stream* busy_stream(const zval* arg) {
    if (Z_TYPE_P(arg) != IS_RESOURCE) return nullptr;
    zend_resource* const resource = Z_RES_P(arg);
    if (resource->type != php_file_le_stream() && resource->type != php_file_le_pstream()) return nullptr;
    auto* stream = static_cast<php_stream*>(resource->ptr);
    if (!stream::is_ours(stream)) return nullptr;
    const auto* socket = stream::socket_of(stream);
    if (socket == nullptr || socket->socket < 0) return nullptr;
    return stream::state().scheduler.watchers.at(socket->socket).inside > 0 ? stream : nullptr;
}

} // namespace

// The stream layer frees a stream's buffer as soon as the op returns, under the feet of whoever waits in a read. So a
// stream with a wait inside is only marked: the wait fails, and the stream goes once its caller has returned.
PHP_FUNCTION(fclose) {
    php_stream* const stream = ZEND_NUM_ARGS() == 1 ? busy_stream(ZEND_CALL_ARG(execute_data, 1)) : nullptr;
    if (stream == nullptr) {
        previous_handler(ZEND_FN(fclose))(INTERNAL_FUNCTION_PARAM_PASSTHRU);
        return;
    }
    stream::State& state = stream::state();
    bool& is_closing = state.scheduler.watchers.at(stream::socket_of(stream)->socket).is_closing;
    if (!is_closing) {
        is_closing = true;
        GC_ADDREF(stream->res);
        state.doomed.push_back(stream->res);
    }
    RETURN_TRUE;
}

void install_close_guard() {
    previous_hook = zend_interrupt_function;
    zend_interrupt_function = on_interrupt;
}

void remove_close_guard() {
    if (zend_interrupt_function == on_interrupt) zend_interrupt_function = previous_hook;
}

void free_doomed_streams() {
    stream::State& state = stream::state();
    for (size_t i = 0; i < state.doomed.size();) {
        zend_resource* const resource = state.doomed[i];
        const auto* stream = static_cast<const php_stream*>(resource->ptr);
        if (stream != nullptr && stream::is_ours(stream)) {
            const int fd = stream::socket_of(stream)->socket;
            if (fd >= 0 && state.scheduler.watchers.at(fd).inside > 0) {
                ++i;
                continue;
            }
        }
        state.doomed.erase(state.doomed.begin() + static_cast<std::ptrdiff_t>(i));
        zend_list_close(resource);
        zend_list_delete(resource);
    }
}

} // namespace uvstream::php
