// Made by tools/update_arginfo.
#pragma once

#include "uvstream/zend/php_api.h"

#pragma GCC system_header // it is not ours to warn about

namespace uvstream::php {

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Uvstream_Task___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Uvstream_Task_current, 0, 0, Uvstream\\Task, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Uvstream_Task_await, 0, 0, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, seconds, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Uvstream_Task_cancel, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, message, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Uvstream_Task_isDone, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Uvstream_Task_where, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Uvstream_Group___construct arginfo_class_Uvstream_Task___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Uvstream_Group_spawn, 0, 1, Uvstream\\Task, 0)
	ZEND_ARG_TYPE_INFO(0, fn, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Uvstream_Group_cancel arginfo_class_Uvstream_Task_cancel

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Uvstream_Group_count, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Uvstream_Channel___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, capacity, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Uvstream_Channel_send, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Uvstream_Channel_receive, 0, 0, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Uvstream_Channel_close, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Uvstream_Channel_isClosed arginfo_class_Uvstream_Task_isDone

#define arginfo_class_Uvstream_Channel_count arginfo_class_Uvstream_Group_count

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Uvstream_Channel_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Uvstream_TaskLocal___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, default, IS_MIXED, 0, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Uvstream_TaskLocal_get arginfo_class_Uvstream_Channel_receive

#define arginfo_class_Uvstream_TaskLocal_set arginfo_class_Uvstream_Channel_send


ZEND_METHOD(Uvstream_Task, __construct);
ZEND_METHOD(Uvstream_Task, current);
ZEND_METHOD(Uvstream_Task, await);
ZEND_METHOD(Uvstream_Task, cancel);
ZEND_METHOD(Uvstream_Task, isDone);
ZEND_METHOD(Uvstream_Task, where);
ZEND_METHOD(Uvstream_Group, __construct);
ZEND_METHOD(Uvstream_Group, spawn);
ZEND_METHOD(Uvstream_Group, cancel);
ZEND_METHOD(Uvstream_Group, count);
ZEND_METHOD(Uvstream_Channel, __construct);
ZEND_METHOD(Uvstream_Channel, send);
ZEND_METHOD(Uvstream_Channel, receive);
ZEND_METHOD(Uvstream_Channel, close);
ZEND_METHOD(Uvstream_Channel, isClosed);
ZEND_METHOD(Uvstream_Channel, count);
ZEND_METHOD(Uvstream_Channel, getIterator);
ZEND_METHOD(Uvstream_TaskLocal, __construct);
ZEND_METHOD(Uvstream_TaskLocal, get);
ZEND_METHOD(Uvstream_TaskLocal, set);


static const zend_function_entry class_Uvstream_Task_methods[] = {
	ZEND_ME(Uvstream_Task, __construct, arginfo_class_Uvstream_Task___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Uvstream_Task, current, arginfo_class_Uvstream_Task_current, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Uvstream_Task, await, arginfo_class_Uvstream_Task_await, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_Task, cancel, arginfo_class_Uvstream_Task_cancel, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_Task, isDone, arginfo_class_Uvstream_Task_isDone, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_Task, where, arginfo_class_Uvstream_Task_where, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Uvstream_Group_methods[] = {
	ZEND_ME(Uvstream_Group, __construct, arginfo_class_Uvstream_Group___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Uvstream_Group, spawn, arginfo_class_Uvstream_Group_spawn, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_Group, cancel, arginfo_class_Uvstream_Group_cancel, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_Group, count, arginfo_class_Uvstream_Group_count, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Uvstream_Channel_methods[] = {
	ZEND_ME(Uvstream_Channel, __construct, arginfo_class_Uvstream_Channel___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_Channel, send, arginfo_class_Uvstream_Channel_send, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_Channel, receive, arginfo_class_Uvstream_Channel_receive, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_Channel, close, arginfo_class_Uvstream_Channel_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_Channel, isClosed, arginfo_class_Uvstream_Channel_isClosed, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_Channel, count, arginfo_class_Uvstream_Channel_count, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_Channel, getIterator, arginfo_class_Uvstream_Channel_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Uvstream_TaskLocal_methods[] = {
	ZEND_ME(Uvstream_TaskLocal, __construct, arginfo_class_Uvstream_TaskLocal___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_TaskLocal, get, arginfo_class_Uvstream_TaskLocal_get, ZEND_ACC_PUBLIC)
	ZEND_ME(Uvstream_TaskLocal, set, arginfo_class_Uvstream_TaskLocal_set, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Uvstream_CancelReason_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Uvstream_CancelledError_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Uvstream_DeadlockError_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Uvstream_TimeoutException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Uvstream_ClosedException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Uvstream_Readiness_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Uvstream_Task(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Uvstream", "Task", class_Uvstream_Task_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_name_default_value;
	ZVAL_EMPTY_STRING(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	return class_entry;
}

static zend_class_entry *register_class_Uvstream_Group(zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Uvstream", "Group", class_Uvstream_Group_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Countable);

	return class_entry;
}

static zend_class_entry *register_class_Uvstream_Channel(zend_class_entry *class_entry_IteratorAggregate, zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Uvstream", "Channel", class_Uvstream_Channel_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 2, class_entry_IteratorAggregate, class_entry_Countable);

	return class_entry;
}

static zend_class_entry *register_class_Uvstream_TaskLocal(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Uvstream", "TaskLocal", class_Uvstream_TaskLocal_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_Uvstream_CancelReason(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Uvstream\\CancelReason", IS_UNDEF, class_Uvstream_CancelReason_methods);

	zend_enum_add_case_cstr(class_entry, "Requested", NULL);

	zend_enum_add_case_cstr(class_entry, "Failure", NULL);

	zend_enum_add_case_cstr(class_entry, "Deadline", NULL);

	zend_enum_add_case_cstr(class_entry, "Shutdown", NULL);

	return class_entry;
}

static zend_class_entry *register_class_Uvstream_CancelledError(zend_class_entry *class_entry_Error)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Uvstream", "CancelledError", class_Uvstream_CancelledError_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Error);

	zend_string *property_reason_class_Uvstream_CancelReason = zend_string_init("Uvstream\\CancelReason", sizeof("Uvstream\\CancelReason")-1, 1);
	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_reason_class_Uvstream_CancelReason, 0, 0));
	zend_string_release(property_reason_name);

	return class_entry;
}

static zend_class_entry *register_class_Uvstream_DeadlockError(zend_class_entry *class_entry_Error)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Uvstream", "DeadlockError", class_Uvstream_DeadlockError_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Error);

	return class_entry;
}

static zend_class_entry *register_class_Uvstream_TimeoutException(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Uvstream", "TimeoutException", class_Uvstream_TimeoutException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);

	return class_entry;
}

static zend_class_entry *register_class_Uvstream_ClosedException(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Uvstream", "ClosedException", class_Uvstream_ClosedException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);

	return class_entry;
}

static zend_class_entry *register_class_Uvstream_Readiness(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Uvstream\\Readiness", IS_UNDEF, class_Uvstream_Readiness_methods);

	zend_enum_add_case_cstr(class_entry, "Readable", NULL);

	zend_enum_add_case_cstr(class_entry, "Writable", NULL);

	return class_entry;
}

} // namespace uvstream::php
