#pragma once

#include <cstdint>
#include <string>

#include "uvstream/task/body.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// What people read is made up in the C library's memory: it is also asked for where nothing may fail.
using Text = std::string;

// From where somebody asks what the running strand does: within its wait, or anywhere else.
enum class Where : uint8_t { InCode, InWait };

// Where a strand is, what it waits for, and who has that, in words for people.
void append_whereabouts(Text& text, const Body& body, Where from);
zend_string* whereabouts(const Body& body); // to be released

// The same of all that wait, one in a line: {main}, if it is the head, and the tasks as they were spawned.
zend_string* deadlock_report(const Body& head);

void append_name(Text& text, const Body& body);
void append_place(Text& text, const zend_execute_data* frame);
void append_function(Text& text, const zend_fiber& fiber); // that it begins with
void append_seconds(Text& text, int64_t us);

// While it is there tasks are found by their numbers at once: a text of thousands asks for as many.
class TasksByNumber {
  public:
    TasksByNumber();
    ~TasksByNumber();
    TasksByNumber(const TasksByNumber&) = delete;
    TasksByNumber& operator=(const TasksByNumber&) = delete;
};

// In the request's memory; to be released. Of tasks().text, which is empty then.
zend_string* take_text(Text& text);

} // namespace uvstream::task
