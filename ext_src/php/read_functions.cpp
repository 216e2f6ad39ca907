#include "uvstream/php/read_functions.h"

#include <string_view>

#include "uvstream/php/replaced_functions.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/parking_streams.h"
#include "uvstream/stream/read_buffer.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/call_arguments.h"
#include "uvstream/stream/use/exchange.h"
#include "uvstream/stream/use/taking.h"
#include "uvstream/zend/exception_chain.h"

namespace uvstream::php {

namespace {

php_stream* stream_argument(const zend_execute_data* execute_data) {
    php_stream* const stream = stream::first_stream(execute_data);
    return stream != nullptr && stream::may_park(stream) ? stream : nullptr;
}

// Whether the wait of a call that may read on was cancelled, or a signal's handler threw in it: nobody sees what it
// returns, and what it has taken by then is for whoever reads next.
bool is_cut_short() {
    if (EG(exception) == nullptr) return false;
    if (zend::find_cancelled(EG(exception)) != nullptr) return true; // it may have waited again since
    const sched::Woken woken = stream::state().scheduler.current().last_woken;
    return sched::ends_strand(woken) || woken == sched::Woken::Threw;
}

void put_back(const zend_execute_data* execute_data, std::string_view text) {
    if (php_stream* const stream = stream_argument(execute_data)) stream::put_back(stream, text);
}

void end_call(const zend_execute_data* execute_data) {
    if (stream::notes().exchange_call != execute_data) return; // nobody waits for it
    if (php_stream* const stream = stream::first_stream(execute_data)) stream::end_reading(stream);
}

// One that hands out what it has read, but for what it leaves in the stream.
void read_on(INTERNAL_FUNCTION_PARAMETERS, zif_handler previous) {
    previous(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    end_call(execute_data);
}

// One that returns what it has taken.
void read_text(INTERNAL_FUNCTION_PARAMETERS, zif_handler previous) {
    previous(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    if (is_cut_short() && Z_TYPE_P(return_value) == IS_STRING) {
        put_back(execute_data, {Z_STRVAL_P(return_value), Z_STRLEN_P(return_value)});
    }
    end_call(execute_data);
}

// One that returns what it makes of it: a line without its end, a record.
void read_record(INTERNAL_FUNCTION_PARAMETERS, zif_handler previous) {
    php_stream* const stream = stream_argument(execute_data);
    if (stream == nullptr) return previous(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    stream::begin_record(stream);
    previous(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    stream::Taking* const taking = stream::taking_from(stream);
    if (is_cut_short() && taking != nullptr && stream_argument(execute_data) == stream) { // nobody has closed it
        stream::keep_taken(*taking);
        stream::put_back(stream, taking->text);
    }
    stream::end_taking();
    end_call(execute_data);
}

} // namespace

PHP_FUNCTION(fgets) { read_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, previous_handler<ZEND_FN(fgets)>); }

PHP_FUNCTION(fread) { read_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, previous_handler<ZEND_FN(fread)>); }

PHP_FUNCTION(fgetc) { read_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, previous_handler<ZEND_FN(fgetc)>); }

PHP_FUNCTION(stream_get_line) {
    read_record(INTERNAL_FUNCTION_PARAM_PASSTHRU, previous_handler<ZEND_FN(stream_get_line)>);
}

PHP_FUNCTION(fpassthru) { read_on(INTERNAL_FUNCTION_PARAM_PASSTHRU, previous_handler<ZEND_FN(fpassthru)>); }

PHP_FUNCTION(fgetcsv) { read_record(INTERNAL_FUNCTION_PARAM_PASSTHRU, previous_handler<ZEND_FN(fgetcsv)>); }

PHP_FUNCTION(fscanf) { read_record(INTERNAL_FUNCTION_PARAM_PASSTHRU, previous_handler<ZEND_FN(fscanf)>); }

PHP_FUNCTION(stream_copy_to_stream) {
    stream::begin_copy();
    previous_handler<ZEND_FN(stream_copy_to_stream)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    const stream::Taking* const taking = stream::notes().taking.get();
    if (is_cut_short() && taking != nullptr) put_back(execute_data, taking->text);
    stream::end_taking();
    end_call(execute_data);
}

// Our operations are told where a call begins and ends.
PHP_FUNCTION(stream_get_contents) {
    stream::WholeRead& whole_read = stream::notes().whole_read;
    whole_read = {};
    whole_read.call = execute_data;
    whole_read.function = execute_data->func;
    whole_read.stream = stream_argument(execute_data);
    read_text(INTERNAL_FUNCTION_PARAM_PASSTHRU, previous_handler<ZEND_FN(stream_get_contents)>);
    stream::notes().whole_read = {}; // (see sched::Waiter)
}

} // namespace uvstream::php
