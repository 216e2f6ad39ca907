// Made by tools/update_arginfo.
#pragma once

#include "uvstream/zend/php_api.h"

#pragma GCC system_header // it is not ours to warn about

namespace uvstream::php {

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_run, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, fn, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Uvstream_spawn, 0, 1, Uvstream\\Task, 0)
	ZEND_ARG_TYPE_INFO(0, fn, IS_CALLABLE, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_group, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, fn, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_all, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, fns, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_first, 0, 1, IS_MIXED, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, fns, Traversable, MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_timeout, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_DOUBLE, 0)
	ZEND_ARG_TYPE_INFO(0, fn, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_shield, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, fn, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_delay, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_DOUBLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_on_error, 0, 1, IS_CALLABLE, 1)
	ZEND_ARG_TYPE_INFO(0, fn, IS_CALLABLE, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_set_wait_handler, 0, 1, IS_CALLABLE, 1)
	ZEND_ARG_TYPE_INFO(0, handler, IS_CALLABLE, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_tasks, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_dump, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_Uvstream_stats arginfo_Uvstream_tasks

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Uvstream_metrics, 0, 0, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, open, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()


ZEND_FUNCTION(Uvstream_run);
ZEND_FUNCTION(Uvstream_spawn);
ZEND_FUNCTION(Uvstream_group);
ZEND_FUNCTION(Uvstream_all);
ZEND_FUNCTION(Uvstream_first);
ZEND_FUNCTION(Uvstream_timeout);
ZEND_FUNCTION(Uvstream_shield);
ZEND_FUNCTION(Uvstream_delay);
ZEND_FUNCTION(Uvstream_on_error);
ZEND_FUNCTION(Uvstream_set_wait_handler);
ZEND_FUNCTION(Uvstream_tasks);
ZEND_FUNCTION(Uvstream_dump);
ZEND_FUNCTION(Uvstream_stats);
ZEND_FUNCTION(Uvstream_metrics);


static const zend_function_entry ext_functions[] = {
	ZEND_NS_FALIAS("Uvstream", run, Uvstream_run, arginfo_Uvstream_run)
	ZEND_NS_FALIAS("Uvstream", spawn, Uvstream_spawn, arginfo_Uvstream_spawn)
	ZEND_NS_FALIAS("Uvstream", group, Uvstream_group, arginfo_Uvstream_group)
	ZEND_NS_FALIAS("Uvstream", all, Uvstream_all, arginfo_Uvstream_all)
	ZEND_NS_FALIAS("Uvstream", first, Uvstream_first, arginfo_Uvstream_first)
	ZEND_NS_FALIAS("Uvstream", timeout, Uvstream_timeout, arginfo_Uvstream_timeout)
	ZEND_NS_FALIAS("Uvstream", shield, Uvstream_shield, arginfo_Uvstream_shield)
	ZEND_NS_FALIAS("Uvstream", delay, Uvstream_delay, arginfo_Uvstream_delay)
	ZEND_NS_FALIAS("Uvstream", on_error, Uvstream_on_error, arginfo_Uvstream_on_error)
	ZEND_NS_FALIAS("Uvstream", set_wait_handler, Uvstream_set_wait_handler, arginfo_Uvstream_set_wait_handler)
	ZEND_NS_FALIAS("Uvstream", tasks, Uvstream_tasks, arginfo_Uvstream_tasks)
	ZEND_NS_FALIAS("Uvstream", dump, Uvstream_dump, arginfo_Uvstream_dump)
	ZEND_NS_FALIAS("Uvstream", stats, Uvstream_stats, arginfo_Uvstream_stats)
	ZEND_NS_FALIAS("Uvstream", metrics, Uvstream_metrics, arginfo_Uvstream_metrics)
	ZEND_FE_END
};

} // namespace uvstream::php
