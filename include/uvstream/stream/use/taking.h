#pragma once

#include <string>

#include "uvstream/zend/php_api.h"

// What a call of PHP's has taken from a stream, and what it returns does not tell: a line without its end, or
// lines of a record (stream_get_line(), fgetcsv(), fscanf()), or a piece that could not be written
// (stream_copy_to_stream()). It is kept while the call waits, because it is for whoever reads next if that wait is
// cancelled.
namespace uvstream::stream {

struct Taking {
    const zend_execute_data* call = nullptr; // null: none is under way
    const php_stream* stream = nullptr;      // null for a copy: it is not kept as it is read
    zend_off_t position = 0;                 // of the stream, up to which `text` goes
    zend_off_t place = 0;                    // in the stream's buffer, of what comes behind that
    std::string text;
};

// Around such a call. (A filter within it may make another: then that of the outer one is not kept.)
void begin_record(const php_stream* stream);
void begin_copy();
void end_taking();

// The running strand's call that reads records from this stream; or null. Not of user code within it.
Taking* taking_from(const php_stream* stream);

// Brings its text up to date: before others run, and at the end.
void keep_taken(Taking& taking);

// What it takes next lies in the buffer from here on: after a read, in which others may have read and moved all.
void begin_piece(Taking& taking);

// A write has failed. If a copy is what writes, this is what it has read and is not written.
void keep_unsent(const php_stream* to, const char* data, size_t size);

} // namespace uvstream::stream
