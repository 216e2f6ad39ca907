#include "uvstream/php/channel_methods.h"

#include "uvstream/task/channel_object.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/report.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::php {

namespace {

task::Channel& this_channel(zend_execute_data* execute_data) { return task::channel_of(Z_OBJ_P(ZEND_THIS)); }

} // namespace

ZEND_METHOD(Uvstream_Channel, __construct) {
    zend_long capacity = 0;

    ZEND_PARSE_PARAMETERS_START(0, 1)
    Z_PARAM_OPTIONAL
    Z_PARAM_LONG(capacity)
    ZEND_PARSE_PARAMETERS_END();

    if (capacity < 0) {
        zend::throw_negative(1);
        RETURN_THROWS();
    }
    task::Channel& channel = this_channel(execute_data);
    if (channel.is_constructed()) {
        zend::throw_constructed_twice();
        RETURN_THROWS();
    }
    channel.construct(capacity);
}

ZEND_METHOD(Uvstream_Channel, send) {
    zval* value;

    ZEND_PARSE_PARAMETERS_START(1, 1)
    Z_PARAM_ZVAL(value)
    ZEND_PARSE_PARAMETERS_END();

    this_channel(execute_data).send(task::tasks().running(), value);
}

ZEND_METHOD(Uvstream_Channel, receive) {
    ZEND_PARSE_PARAMETERS_NONE();

    this_channel(execute_data).receive(task::tasks().running(), return_value);
}

ZEND_METHOD(Uvstream_Channel, close) {
    ZEND_PARSE_PARAMETERS_NONE();

    this_channel(execute_data).close();
}

ZEND_METHOD(Uvstream_Channel, isClosed) {
    ZEND_PARSE_PARAMETERS_NONE();

    RETURN_BOOL(this_channel(execute_data).is_closed());
}

ZEND_METHOD(Uvstream_Channel, count) {
    ZEND_PARSE_PARAMETERS_NONE();

    RETURN_LONG(static_cast<zend_long>(this_channel(execute_data).count()));
}

ZEND_METHOD(Uvstream_Channel, getIterator) {
    ZEND_PARSE_PARAMETERS_NONE();

    zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

} // namespace uvstream::php
